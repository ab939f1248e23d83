import { changeRecord, type ContentOf, createRecord, type Member } from '@sportello/contract';
import { useEffect, useRef } from 'react';
import { useAnswer } from '../../../api.ts';
import { common } from '../../../messages/common.ts';
import { memberCalendars } from '../../../messages/member-calendars.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { staff } from '../../../messages/staff.ts';
import { useForm } from '../../../staff/form.ts';
import { Refusal } from '../../../staff/Refusal.tsx';
import { problemOf, staffCall } from '../../../staff/staff-call.ts';
import { useUnsavedWarning } from '../../../staff/unsaved.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { type ItemOf, recordsOf } from '../../records/queries.ts';
import { calendarChanged } from './queries.ts';

/** Which calendar is no choice of one: a new one is made. */
const newOne = '';

/** Named as the API names what is wrong with them. */
interface Values {
  /** The id of a calendar; empty: a new one. */
  readonly which: string;
  readonly 'content/name': string;
  readonly 'content/office_id': string;
}

interface Props {
  readonly shown: Member;
  readonly onDone: (given: ItemOf<'calendar'>) => void;
  readonly onClose: () => void;
}

/** A calendar that is nobody's, or a new one with the name and the office of the person. */
export function GiveCalendar({ shown, onDone, onClose }: Props) {
  const texts = useMessages(memberCalendars);
  const { field } = useMessages(common);
  const { unsaved } = useMessages(staff);
  const offices = useAnswer(recordsOf('office')).items.filter(({ state }) => state === 'used');
  const free = useAnswer(recordsOf('calendar')).items.filter(({ state, content }) => state === 'used' && content.of === 'operator' && content.staff_id === undefined);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const form = useForm<Values, ItemOf<'calendar'>>({
    initial: startOf(shown, free, offices),
    check: (values) =>
      values.which === newOne
        ? { 'content/name': values['content/name'].trim() === '' ? texts.nameMissing : undefined, 'content/office_id': values['content/office_id'] === '' ? texts.officeMissing : undefined }
        : {},
    send: async (values) => {
      try {
        return await give(shown, values, free);
      } catch (error) {
        if (problemOf(error) === 'changed-meanwhile') await calendarChanged(null);
        throw error;
      }
    },
    onDone: async (given) => {
      await calendarChanged(given);
      onDone(given);
    },
  });
  useUnsavedWarning(form.isChanged, unsaved);

  return (
    <form noValidate onSubmit={form.submit} className="give-calendar" aria-labelledby="give-calendar">
      <h3 className="h5" id="give-calendar" tabIndex={-1} data-quiet-focus ref={title}>
        {texts.give}
      </h3>
      <p className="form-text">{field.requiredNote}</p>
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} text={problemOf(form.refusal) === 'changed-meanwhile' ? texts.changed : undefined} />
      {free.length > 0 && (
        <SelectField {...form.field('which')} label={texts.which} help={texts.whichHelp} required empty={texts.newOne} choices={free.map((item) => ({ value: item.id, label: item.title }))} />
      )}
      {form.values.which === newOne && (
        <>
          <TextField {...form.field('content/name')} label={texts.name} help={texts.nameHelp} required autoComplete="off" maxLength={200} />
          <SelectField {...form.field('content/office_id')} label={texts.office} required empty={texts.chooseOffice} choices={offices.map((office) => ({ value: office.id, label: office.title }))} />
        </>
      )}
      <div className="button-row">
        <Button type="submit" busy={form.isBusy}>
          {texts.give}
        </Button>
        <Button kind="outline-primary" onClick={onClose}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}

/** The calendar that has their name, where there is one; the office, where only one is theirs. */
function startOf({ given_name, family_name, scope }: Member, free: readonly ItemOf<'calendar'>[], offices: readonly ItemOf<'office'>[]): Values {
  const name = `${given_name} ${family_name}`;
  const [office, ...others] = scope.all_offices ? offices : offices.filter(({ id }) => scope.office_ids.includes(id));
  return { which: free.find(({ title }) => title === name)?.id ?? newOne, 'content/name': name, 'content/office_id': office && others.length === 0 ? office.id : '' };
}

/** The API answers with the kind that it was asked for. */
async function give({ id }: Member, { which, 'content/name': name, 'content/office_id': office_id }: Values, free: readonly ItemOf<'calendar'>[]): Promise<ItemOf<'calendar'>> {
  const known = free.find((item) => item.id === which);
  const content: ContentOf<'calendar'> = known ? { ...known.content, staff_id: id } : { kind: 'calendar', name: name.trim(), of: 'operator', office_id, staff_id: id };
  const answer = known ? await staffCall(changeRecord, { params: { kind: 'calendar', record_id: known.id }, body: { revision: known.revision, content } }) : await staffCall(createRecord, { params: { kind: 'calendar' }, body: { content } });
  return answer as ItemOf<'calendar'>;
}
