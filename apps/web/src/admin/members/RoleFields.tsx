import { roles as roleNames } from '@sportello/contract';
import { useAnswer } from '../../api.ts';
import { municipalities, offices } from '../../directory.ts';
import { members } from '../../messages/members.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { CheckboxGroup } from '../../staff/CheckboxGroup.tsx';
import type { Form } from '../../staff/form.ts';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { needsReach, type RoleValues } from './member-values.ts';

/** The role with what it may do, and how far it reaches where that is a question. */
export function RoleFields({ form }: { readonly form: Pick<Form<RoleValues>, 'values' | 'set' | 'field'> }) {
  const { form: texts, roles: explained } = useMessages(members);
  const { roles } = useMessages(staff);
  const knownOffices = useAnswer(offices);
  const knownMunicipalities = useAnswer(municipalities);
  const { values, set } = form;
  const role = form.field('role');
  const officeField = form.field('officeIds');
  return (
    <>
      <RadioCards
        id={role.id}
        error={role.error}
        label={texts.role}
        required
        choices={roleNames.map((name) => ({ value: name, title: roles[name], text: explained[name] }))}
        value={values.role}
        onChange={(picked) => set({ role: roleNames.find((name) => name === picked) ?? '' })}
      />
      {needsReach(values.role) && (
        <>
          <RadioGroup
            id={form.field('allOffices').id}
            label={texts.reach}
            required
            choices={[
              { value: 'some', label: texts.someOffices },
              { value: 'all', label: texts.allOffices },
            ]}
            value={values.allOffices ? 'all' : 'some'}
            onChange={(picked) => set({ allOffices: picked === 'all' })}
          />
          {!values.allOffices && (
            <CheckboxGroup
              id={officeField.id}
              error={officeField.error}
              legend={texts.offices}
              choices={choicesOf(knownOffices)}
              value={values.officeIds}
              onChange={(officeIds) => set({ officeIds: officeIds.sort() })}
            />
          )}
          {!values.allOffices && values.role === 'manager' && (
            <CheckboxGroup
              id={form.field('municipalityIds').id}
              legend={texts.municipalities}
              help={texts.municipalitiesHelp}
              choices={choicesOf(knownMunicipalities)}
              value={values.municipalityIds}
              onChange={(municipalityIds) => set({ municipalityIds: municipalityIds.sort(), officeIds: values.officeIds })}
            />
          )}
        </>
      )}
    </>
  );
}

function choicesOf(named: readonly { readonly id: string; readonly name: string }[]) {
  return named.map(({ id, name }) => ({ value: id, label: name }));
}
