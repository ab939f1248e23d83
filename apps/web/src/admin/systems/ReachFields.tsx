import { useAnswer } from '../../api.ts';
import { offices } from '../../directory.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { systems } from '../../messages/systems.ts';
import { CheckboxGroup } from '../../staff/CheckboxGroup.tsx';
import type { Form } from '../../staff/form.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';

export interface ReachValues {
  readonly allOffices: boolean;
  readonly office_ids: readonly string[];
}

export function officesOf({ allOffices, office_ids }: ReachValues): string[] | null {
  return allOffices ? null : [...office_ids];
}

/** Of all offices, or of some. */
export function ReachFields({ form }: { readonly form: Pick<Form<ReachValues>, 'values' | 'set' | 'field'> }) {
  const { newKey: texts } = useMessages(systems);
  const known = useAnswer(offices);
  const { id, error } = form.field('office_ids');
  const { values, set } = form;
  return (
    <>
      <RadioGroup
        id={form.field('allOffices').id}
        label={texts.reach}
        required
        choices={[
          { value: 'all', label: texts.allOffices },
          { value: 'some', label: texts.someOffices },
        ]}
        value={values.allOffices ? 'all' : 'some'}
        onChange={(picked) => set({ allOffices: picked === 'all' })}
      />
      {!values.allOffices && (
        <CheckboxGroup id={id} error={error} legend={texts.offices} choices={known.map((office) => ({ value: office.id, label: office.name }))} value={values.office_ids} onChange={(picked) => set({ office_ids: picked })} />
      )}
    </>
  );
}

/** The names of some offices; null: of all. */
export function useOfficeNames(): (office_ids: readonly string[] | null) => string {
  const { everyOffice } = useMessages(systems);
  const known = useAnswer(offices);
  return (office_ids) => (office_ids === null ? everyOffice : known.filter(({ id }) => office_ids.includes(id)).map(({ name }) => name).join(', '));
}
