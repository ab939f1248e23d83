import { type KeyboardEvent, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { now } from '../../clock.ts';
import { dayAfter } from '../../format/days.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { clockSkew } from '../../session/desk-clock.ts';
import { useForm } from '../../staff/form.ts';
import { isDay } from '../../staff/moments.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { agendaOf } from '../agenda/queries.ts';
import { TimeField } from '../agenda/TimeField.tsx';
import { wallTimeOf } from '../agenda/wall-time.ts';
import { absenceOf, mistakesInAbsence } from './absence-values.ts';
import { ChangeReview } from './ChangeReview.tsx';
import { saySaved } from './say-saved.ts';
import { rememberSaved } from './undo.ts';
import { useChange } from './use-change.ts';

/** Somebody is away: tomorrow, oneself and the whole day are there already, and so is what becomes of the appointments. */
export function AbsencePage() {
  const { absence: texts, undo, save, up } = useMessages(deskHours);
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const today = wallTimeOf(now() + useAnswer(clockSkew)).day;
  const { calendars } = useAnswer(agendaOf({ from: today, to: today, calendarIds: null }));
  const asked = query.get('giorno');
  const [first] = useState(isDay(asked) ? asked : dayAfter(today, 1));
  const mine = calendars.find(({ id }) => id === query.get('agenda')) ?? calendars.find(({ is_mine }) => is_mine);
  const form = useForm({
    initial: { calendarId: mine?.id ?? '', from: first, to: first, allDay: true, fromTime: '', toTime: '', reason: '' },
    check: (values) => mistakesInAbsence(values, texts),
    // The summary says what is missing; what is whole is saved by the change.
    send: async () => change.saving.mutateAsync().catch(() => undefined),
  });
  const isWhole = Object.keys(mistakesInAbsence(form.values, texts)).length === 0;
  const change = useChange({
    change: isWhole ? absenceOf(form.values) : null,
    onSaved: (saved) => {
      rememberSaved({ saved, text: saySaved(saved, undo, texts.saved) });
      void navigate(staffPaths.agenda({ day: form.values.from, calendars: form.values.calendarId }));
    },
  });

  function submit(event?: { preventDefault: () => void }): void {
    event?.preventDefault();
    // A press that comes before the impact is there waits for it, so that nobody saves what they have not seen.
    if (!isWhole || change.maySave) form.submit();
  }

  function pressAnywhere(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  }

  return (
    <div className="container page-body" onKeyDown={pressAnywhere}>
      <StaffHead title={texts.title} lead={texts.lead} up={{ label: up, href: staffPaths.agenda() }} />
      <form noValidate onSubmit={submit} className="absence-form">
        <ErrorSummary errors={form.errors} ref={form.summary} />
        <div className="absence-fields">
          <SelectField
            {...form.field('calendarId')}
            label={texts.who}
            required
            empty={texts.choose}
            choices={calendars.map(({ id, name, is_mine }) => ({ value: id, label: is_mine ? texts.mine(name) : name }))}
          />
          <div className="field-row">
            <TextField {...form.field('from')} label={texts.from} type="date" required onChange={(from) => form.set({ from, ...(form.values.to < from && { to: from }) })} />
            <TextField {...form.field('to')} label={texts.to} type="date" required />
          </div>
          <Checkbox id="whole-day" label={texts.allDay} checked={form.values.allDay} onChange={(allDay) => form.set({ allDay })} />
          {!form.values.allDay && (
            <div className="field-row">
              <TimeField {...form.field('fromTime')} label={texts.fromTime} required />
              <TimeField {...form.field('toTime')} label={texts.toTime} required />
            </div>
          )}
          <TextField {...form.field('reason')} label={texts.reason} help={texts.reasonHelp} maxLength={200} />
        </div>
        <ChangeReview id="absence" change={change}>
          <div className="button-row change-save">
            <Button type="submit" busy={change.saving.isPending || (isWhole && !change.maySave)}>
              {save.absence}
            </Button>
            <span className="form-text">{texts.shortcut}</span>
          </div>
        </ChangeReview>
      </form>
    </div>
  );
}
