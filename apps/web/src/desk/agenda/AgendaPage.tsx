import { may } from '@sportello/contract';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { now } from '../../clock.ts';
import { formatDay, formatShortDay } from '../../format/dates.ts';
import { deskAgenda } from '../../messages/desk-agenda.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { clockSkew } from '../../session/desk-clock.ts';
import { useMe } from '../../staff/me.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { AgendaBoard } from './AgendaBoard.tsx';
import { AgendaList } from './AgendaList.tsx';
import { AgendaTools } from './AgendaTools.tsx';
import { CalendarChooser } from './CalendarChooser.tsx';
import { usualCalendars } from './calendar-looks.ts';
import { agendaOf } from './queries.ts';
import { useIsPhone } from './use-is-phone.ts';
import { type AgendaView, daysOfView, readView } from './view.ts';
import { wallTimeOf } from './wall-time.ts';

/** How many calendars can be read in a week. */
const mostInWeek = 3;

/** Days of calendars, as a table or a list. Day, view and calendars stand in the address. */
export function AgendaPage() {
  const { choose } = useMessages(deskAgenda);
  const skew = useAnswer(clockSkew);
  const today = wallTimeOf(now() + skew).day;
  const [query] = useSearchParams();
  const view = readView(query, { today, isPhone: useIsPhone() });
  const { calendars } = useAnswer(agendaOf({ from: today, to: today, calendarIds: null }));
  if (calendars.length === 0) {
    return (
      <Page>
        <p className="empty-state">{choose.none}</p>
      </Page>
    );
  }
  return <ShownAgenda view={view} today={today} calendars={calendars} />;
}

function Page({ children }: { readonly children: ReactNode }) {
  const { title } = useMessages(deskAgenda);
  return (
    <div className="agenda-page page-body">
      <StaffHead title={title} />
      {children}
    </div>
  );
}

interface Props {
  readonly view: AgendaView;
  readonly today: string;
  readonly calendars: Parameters<typeof CalendarChooser>[0]['calendars'];
}

function ShownAgenda({ view, today, calendars }: Props) {
  const { choose, span, tools } = useMessages(deskAgenda);
  const { role } = useMe();
  const language = useLanguage();
  const navigate = useNavigate();
  const isWeek = view.name === 'settimana';
  const chosen = chosenOf(view, calendars);
  const shown = isWeek ? chosen.slice(0, mostInWeek) : chosen;
  const days = daysOfView(view);
  const [first = view.day, last = view.day] = [days.at(0), days.at(-1)];
  // A day comes whole, and choosing among its calendars asks nothing; of a week only what is shown.
  const agenda = useAnswer(agendaOf({ from: first, to: last, calendarIds: view.name === 'giorno' ? null : shown }));
  const what = days.length === 1 ? formatDay(view.day, language) : span(formatShortDay(first, language), `${formatShortDay(last, language)} ${last.slice(0, 4)}`);

  function pathTo(change: Partial<AgendaView>): string {
    const next = { ...view, ...change };
    return staffPaths.agenda({ day: next.day === today ? undefined : next.day, view: next.name, calendars: next.calendarIds?.join(',') });
  }

  return (
    <Page>
      {view.name !== 'elenco' && (
        <button type="button" className="visually-hidden-focusable agenda-skip" onClick={enterTable}>
          {tools.toTable}
        </button>
      )}
      <div className="agenda-head no-print">
        <div role="status">
          <h2 className="agenda-title">{what}</h2>
        </div>
        <AgendaTools view={view} today={today} pathTo={pathTo} mayChange={may(role, 'calendar.change')} calendars={calendars} shown={shown} />
      </div>
      <p className="agenda-print-title" aria-hidden="true">
        {what}
      </p>
      <CalendarChooser
        calendars={calendars}
        chosen={chosen}
        onChoose={(ids) => void navigate(pathTo({ calendarIds: ids }), { replace: true, preventScrollReset: true })}
      />
      {isWeek && chosen.length > mostInWeek && <p className="form-text no-print">{choose.weekLimit}</p>}
      {view.name === 'elenco' ? (
        <AgendaList agenda={agenda} days={days} today={today} shown={shown} all={calendars} />
      ) : (
        <AgendaBoard agenda={agenda} days={days} today={today} shown={shown} all={calendars} what={what} mayWork={may(role, 'appointment.work')} mayChange={may(role, 'calendar.change')} />
      )}
    </Page>
  );
}

/** To where the tab key would enter it. */
function enterTable(): void {
  document.querySelector<HTMLElement>('.agenda-grid [data-stop][tabindex="0"]')?.focus();
}

/** A calendar that is not within reach any more is passed over. */
function chosenOf({ calendarIds, name }: AgendaView, calendars: Props['calendars']): readonly string[] {
  const known = (calendarIds ?? []).filter((id) => calendars.some((calendar) => calendar.id === id));
  if (known.length > 0) return known;
  return name === 'elenco' ? calendars.map(({ id }) => id) : usualCalendars(calendars, name === 'settimana');
}
