import { useState } from 'react';
import { useNavigate } from 'react-router';
import { deskAgenda } from '../../messages/desk-agenda.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { isDay } from '../../staff/moments.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { BlockDialog } from './BlockDialog.tsx';
import type { Calendars } from './queries.ts';
import { type AgendaView, turned, views } from './view.ts';

interface Props {
  readonly view: AgendaView;
  readonly today: string;
  readonly pathTo: (change: Partial<AgendaView>) => string;
  readonly mayChange: boolean;
  readonly calendars: Calendars;
  readonly shown: readonly string[];
}

/** Which day, which view, and what can be begun from here. */
export function AgendaTools({ view, today, pathTo, mayChange, calendars, shown }: Props) {
  const { tools } = useMessages(deskAgenda);
  const navigate = useNavigate();
  const [isBlocking, setBlocking] = useState(false);
  const mine = calendars.find(({ is_mine }) => is_mine)?.id ?? (shown.length === 1 ? shown[0] : undefined);
  return (
    <div className="agenda-tools">
      <nav className="day-turner" aria-label={tools.label}>
        <a href={pathTo({ day: turned(view, -1) })}>
          <Icon name="arrow-left" size="sm" color="primary" />
          <span className="visually-hidden">{tools.previous[view.name]}</span>
        </a>
        <a href={pathTo({ day: today })} aria-current={view.day === today ? 'date' : undefined}>
          {tools.today}
        </a>
        <a href={pathTo({ day: turned(view, 1) })}>
          <Icon name="arrow-right" size="sm" color="primary" />
          <span className="visually-hidden">{tools.next[view.name]}</span>
        </a>
      </nav>
      <input
        type="date"
        className="form-control agenda-day"
        aria-label={tools.toDay}
        // The browser keeps what is half typed; a whole day leads there.
        key={view.day}
        defaultValue={view.day}
        onChange={({ target }) => isDay(target.value) && void navigate(pathTo({ day: target.value }))}
      />
      <nav className="agenda-views" aria-label={tools.view}>
        {views.map((name) => (
          <a key={name} href={pathTo({ name })} aria-current={name === view.name ? 'true' : undefined}>
            {tools.views[name]}
          </a>
        ))}
      </nav>
      <div className="agenda-actions">
        {mayChange && (
          <>
            <ButtonLink href={staffPaths.newAbsence({ calendar: mine, day: view.day > today ? view.day : undefined })}>{tools.absence}</ButtonLink>
            <Button kind="outline-primary" onClick={() => setBlocking(true)}>
              {tools.block}
            </Button>
          </>
        )}
        <Button kind="outline-primary" onClick={() => window.print()}>
          {tools.print}
        </Button>
      </div>
      {isBlocking && <BlockDialog calendars={calendars} calendarId={mine ?? ''} day={view.day} onClose={() => setBlocking(false)} />}
    </div>
  );
}
