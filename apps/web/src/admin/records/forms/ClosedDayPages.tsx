import { closureScopes, type ContentOf } from '@sportello/contract';
import { useAnswer } from '../../../api.ts';
import { recordFields } from '../../../messages/record-fields.ts';
import { recordForms } from '../../../messages/record-forms.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { InTwo } from '../InTwo.tsx';
import { recordsOf } from '../queries.ts';
import { RecordPage } from '../RecordPage.tsx';
import type { Edit } from '../use-record-edit.ts';

// Days on which somebody does not receive, and holidays on which somebody does.

export function ClosurePage() {
  return <RecordPage kind="closure" start={{ kind: 'closure', scope: 'union', first_day: '', last_day: '', closes_remote: false }} form={(edit) => <ClosureForm edit={edit} />} />;
}

function ClosureForm({ edit }: { readonly edit: Edit<ContentOf<'closure'>> }) {
  const { labels, values } = useMessages(recordFields);
  const { closure: texts, choose } = useMessages(recordForms);
  const lists = { union: [], municipality: useAnswer(recordsOf('municipality')).items, office: useAnswer(recordsOf('office')).items, place: useAnswer(recordsOf('place')).items };
  const { scope, first_day, last_day } = edit.content;
  const named = lists[scope].filter(({ state }) => state === 'used');
  return (
    <>
      <RadioGroup
        {...edit.text('/scope')}
        label={labels.scope}
        required
        choices={closureScopes.map((value) => ({ value, label: values.scope[value] }))}
        onChange={(value) => {
          edit.put('/scope_id', undefined);
          edit.put('/scope', value);
        }}
      />
      {scope !== 'union' && <SelectField {...edit.text('/scope_id')} label={labels.scope_id} required empty={choose} choices={named.map(({ id, title }) => ({ value: id, label: title }))} />}
      <div className="field-columns field-columns-short">
        {/* Most closures last a day. */}
        <TextField {...edit.text('/first_day')} type="date" label={labels.first_day} required onChange={(day) => edit.change({ first_day: day, ...(last_day === '' || last_day === first_day ? { last_day: day } : {}) })} />
        <TextField {...edit.text('/last_day')} type="date" label={labels.last_day} required />
      </div>
      <Checkbox id={edit.idOf('/closes_remote')} label={labels.closes_remote} checked={edit.content.closes_remote} onChange={(closes_remote) => edit.change({ closes_remote })} />
      <p className="form-text after-check">{texts.remoteHelp}</p>
      <InTwo edit={edit} at="/reason" label={labels.reason} help={texts.reasonHelp} maxLength={200} />
    </>
  );
}

export function WorkedHolidayPage() {
  return <RecordPage kind="worked_holiday" start={{ kind: 'worked_holiday', day: '' }} form={(edit) => <WorkedHolidayForm edit={edit} />} />;
}

function WorkedHolidayForm({ edit }: { readonly edit: Edit<ContentOf<'worked_holiday'>> }) {
  const { labels } = useMessages(recordFields);
  const { workedHoliday: texts, everywhere } = useMessages(recordForms);
  const municipalities = useAnswer(recordsOf('municipality')).items;
  return (
    <>
      <TextField {...edit.text('/day')} type="date" label={labels.day} help={texts.help} required />
      <SelectField {...edit.text('/municipality_id')} label={texts.where} empty={everywhere} choices={municipalities.map(({ id, title }) => ({ value: id, label: title }))} />
    </>
  );
}
