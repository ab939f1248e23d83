import type { CalendarHours } from '@sportello/contract';
import { useId, useState } from 'react';
import { useAnswer, useAnswerSoon } from '../../api.ts';
import { now } from '../../clock.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { clockSkew } from '../../session/desk-clock.ts';
import { CheckboxGroup } from '../../staff/CheckboxGroup.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { agendaOf } from '../agenda/queries.ts';
import { mondayOf } from '../agenda/view.ts';
import { wallTimeOf } from '../agenda/wall-time.ts';
import { ConfirmChange } from './ConfirmChange.tsx';

/** A week once more, and the rules for colleagues too. */
export function CopySection({ hours }: { readonly hours: CalendarHours }) {
  const { copy } = useMessages(deskHours);
  const id = useId();
  const [work, setWork] = useState<'week' | 'colleagues' | null>(null);
  return (
    <section aria-labelledby={id} className="hours-section">
      <h2 id={id}>{copy.title}</h2>
      <div className="button-row">
        <Button kind="outline-primary" onClick={() => setWork('week')}>
          {copy.week}
        </Button>
        <Button kind="outline-primary" onClick={() => setWork('colleagues')}>
          {copy.colleagues}
        </Button>
      </div>
      {work === 'week' && <CopyWeek calendarId={hours.calendar.id} onClose={() => setWork(null)} />}
      {work === 'colleagues' && <CopyRules hours={hours} onClose={() => setWork(null)} />}
    </section>
  );
}

function CopyWeek({ calendarId, onClose }: { readonly calendarId: string; readonly onClose: () => void }) {
  const { copy } = useMessages(deskHours);
  const id = useId();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isSame = from !== '' && to !== '' && mondayOf(from) === mondayOf(to);
  const isWhole = from !== '' && to !== '' && !isSame;
  return (
    <div className="staff-form hours-work">
      <p>{copy.weekText}</p>
      <TextField id={`${id}-from`} label={copy.from} type="date" required error={isChecked && from === '' ? copy.weekMissing : undefined} value={from} onChange={setFrom} />
      <TextField id={`${id}-to`} label={copy.to} type="date" required error={isChecked && to === '' ? copy.weekMissing : isSame ? copy.sameWeek : undefined} value={to} onChange={setTo} />
      <ConfirmChange
        id="copy-week"
        change={isWhole ? { kind: 'copy_week', calendar_ids: [calendarId], from_monday: mondayOf(from), to_monday: mondayOf(to) } : null}
        save={copy.saveWeek}
        cancel={copy.cancel}
        onClose={onClose}
        onIncomplete={() => setChecked(true)}
      />
    </div>
  );
}

function CopyRules({ hours, onClose }: { readonly hours: CalendarHours; readonly onClose: () => void }) {
  const { copy } = useMessages(deskHours);
  const id = useId();
  const today = wallTimeOf(now() + useAnswer(clockSkew)).day;
  const calendars = useAnswerSoon(agendaOf({ from: today, to: today, calendarIds: null }))?.calendars ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isChecked, setChecked] = useState(false);
  const others = calendars.filter((calendar) => calendar.id !== hours.calendar.id);
  return (
    <div className="staff-form hours-work">
      <p>{copy.colleaguesText}</p>
      <CheckboxGroup
        id={`${id}-who`}
        legend={copy.who}
        error={isChecked && chosen.length === 0 ? copy.whoMissing : undefined}
        choices={others.map(({ id: value, name }) => ({ value, label: name }))}
        value={chosen}
        onChange={setChosen}
      />
      <ConfirmChange
        id="copy-rules"
        change={chosen.length > 0 ? { kind: 'copy_rules', from_calendar_id: hours.calendar.id, calendar_ids: [...chosen] } : null}
        save={copy.saveColleagues}
        cancel={copy.cancel}
        onClose={onClose}
        onIncomplete={() => setChecked(true)}
      />
    </div>
  );
}
