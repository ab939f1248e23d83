import type { ContentOf } from '@sportello/contract';
import { useAnswer } from '../../../api.ts';
import { memberCalendars } from '../../../messages/member-calendars.ts';
import { recordFields } from '../../../messages/record-fields.ts';
import { recordForms } from '../../../messages/record-forms.ts';
import { records } from '../../../messages/records.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { allMembers } from '../../members/queries.ts';
import { recordsOf } from '../queries.ts';
import { RecordPage } from '../RecordPage.tsx';
import type { Edit } from '../use-record-edit.ts';

type Content = ContentOf<'calendar'>;

const start: Content = { kind: 'calendar', name: '', of: 'operator' };

export function CalendarPage() {
  const { list } = useMessages(records);
  return <RecordPage kind="calendar" start={start} form={(edit) => <CalendarForm edit={edit} />} links={(id) => <a href={staffPaths.calendarHours(id)}>{list.hours}</a>} />;
}

function CalendarForm({ edit }: { readonly edit: Edit<Content> }) {
  const { labels, values } = useMessages(recordFields);
  const { calendar: texts } = useMessages(recordForms);
  const { person: toPerson } = useMessages(memberCalendars);
  const offices = useAnswer(recordsOf('office')).items;
  const members = useAnswer(allMembers);
  const { of } = edit.content;
  const person = members.find(({ id }) => id === edit.content.staff_id);
  const whose = edit.text('/of');
  return (
    <>
      <TextField {...edit.text('/name')} label={labels.name} required autoComplete="off" maxLength={200} />
      <RadioGroup
        {...whose}
        label={labels.of}
        required
        choices={(['operator', 'thing'] as const).map((value) => ({ value, label: values.of[value] }))}
        // The calendar of a thing is nobody's.
        onChange={(value) => {
          if (value === 'thing') edit.put('/staff_id', undefined);
          edit.put('/of', value);
        }}
      />
      <SelectField {...edit.text('/office_id')} label={labels.office_id} required={of === 'operator'} empty={texts.noOffice} choices={offices.map(({ id, title }) => ({ value: id, label: title }))} />
      {of === 'operator' && (
        <SelectField
          {...edit.text('/staff_id')}
          label={labels.staff_id}
          help={texts.staffHelp}
          empty={texts.nobody}
          choices={members.map(({ id, given_name, family_name }) => ({ value: id, label: `${given_name} ${family_name}` }))}
        />
      )}
      {person && (
        <p>
          <a href={`${staffPaths.member(person.id)}#calendars`}>{toPerson(`${person.given_name} ${person.family_name}`)}</a>
        </p>
      )}
      <p className="form-text">{texts.hoursNote}</p>
    </>
  );
}
