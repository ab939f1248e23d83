import type { CalendarHours } from '@sportello/contract';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../api.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { useForm } from '../../staff/form.ts';
import { useMe } from '../../staff/me.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { type ItemOf, recordsOf } from '../records/queries.ts';
import { hoursOf, useFirstSteps } from './queries.ts';
import { ElsewhereDecided, saveHours } from './save-hours.ts';
import { StepFrame } from './StepFrame.tsx';
import { pathOfStep } from './steps.ts';
import { WeekFields } from './WeekFields.tsx';
import { mistakesInWeek, rulesOfWeek, usualWeek, weekOfRules, type WeekValues } from './week-values.ts';
import { WhoFields } from './WhoFields.tsx';

/** Who receives for the first service, and in which hours of the week. */
export function HoursStep() {
  const { service_id, calendar_id } = useFirstSteps();
  // As it was when the page was opened: saving makes the calendar, and what was typed has to stay where a later part fails.
  const [calendarId] = useState(calendar_id);
  const service = useAnswer(recordsOf('service')).items.find(({ id }) => id === service_id);
  return <StepFrame name="hours">{service && (calendarId ? <OfCalendar service={service} calendarId={calendarId} /> : <HoursForm service={service} hours={null} />)}</StepFrame>;
}

function OfCalendar({ service, calendarId }: { readonly service: ItemOf<'service'>; readonly calendarId: string }) {
  const { hours: texts } = useMessages(firstSteps);
  const hours = useAnswer(hoursOf(calendarId));
  if (weekOfRules(hours.rules) !== null) return <HoursForm service={service} hours={hours} />;
  return (
    <Alert kind="info">
      <p>
        {texts.receives(hours.calendar.name)} {texts.rich}
      </p>
      <ButtonLink href={staffPaths.calendarHours(calendarId)}>{texts.toHours}</ButtonLink>
    </Alert>
  );
}

interface Values {
  readonly who: string;
  readonly name: string;
  readonly week: WeekValues;
}

function HoursForm({ service, hours }: { readonly service: ItemOf<'service'>; readonly hours: CalendarHours | null }) {
  const { hours: texts } = useMessages(firstSteps);
  const { weekdays: dayNames } = useMessages(deskHours);
  const { unsaved } = useMessages(staff);
  const me = useMe();
  const navigate = useNavigate();
  const [elsewhere, setElsewhere] = useState<ElsewhereDecided | null>(null);
  const minutes = Math.min(...service.content.channels.map(({ duration_minutes }) => duration_minutes));
  const saved = hours && hours.rules.length > 0 ? weekOfRules(hours.rules) : null;
  const form = useForm<Values, unknown>({
    initial: { who: 'me', name: '', week: saved ?? usualWeek },
    check: ({ who, name, week }) => ({
      ...(!hours && who === 'other' && name.trim() === '' && { name: texts.nameMissing }),
      ...Object.fromEntries(Object.entries(mistakesInWeek(week, minutes, texts, (day) => dayNames[day])).map(([field, text]) => [`week/${field}`, text])),
    }),
    send: async ({ who, name, week }) => {
      setElsewhere(null);
      try {
        await saveHours({ serviceId: service.id, calendarId: hours?.calendar.id ?? null, rulesRevision: hours?.rules_revision ?? null, who: who === 'me' ? { me } : { name }, rulesFor: (placeId) => rulesOfWeek(week, placeId) });
      } catch (error) {
        if (error instanceof ElsewhereDecided) setElsewhere(error);
        throw error;
      }
    },
    onDone: () => navigate(pathOfStep('publication')),
  });
  useUnsavedWarning(form.isChanged && !form.isDone, unsaved);

  return (
    <form noValidate onSubmit={form.submit} className="record-form">
      <ErrorSummary errors={form.errors} ref={form.summary} />
      {elsewhere ? (
        <Alert kind="warning" role="alert">
          <p>{elsewhere.why === 'touched' ? texts.touched : texts.there}</p>
          <a href={staffPaths.calendarHours(elsewhere.calendarId)}>{texts.toHours}</a>
        </Alert>
      ) : (
        <Refusal error={form.refusal} />
      )}
      {hours ? (
        <p>
          <strong>{texts.receives(hours.calendar.name)}</strong> <a href={staffPaths.record('calendar', hours.calendar.id)}>{texts.change}</a>
        </p>
      ) : (
        <WhoFields who={form.field('who')} name={form.field('name')} mine={`${me.given_name} ${me.family_name}`} />
      )}
      <WeekFields {...form.field('week')} errors={form.errors} />
      <Button type="submit" wide busy={form.isBusy}>
        {texts.save}
      </Button>
    </form>
  );
}
