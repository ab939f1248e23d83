import type { DeskAppointmentItem } from '@sportello/contract';
import { formatShortDay, formatTime } from '../../format/dates.ts';
import { deskToday } from '../../messages/desk-today.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { minutesFrom, useDeskMinute } from '../desk-minute.ts';
import type { GroupName } from './group-board.ts';

/** Whoever is expected within this time is told in minutes. */
const soonMinutes = 60;
const minuteMilliseconds = 60_000;

/** How somebody stands to the clock: since when they wait, by how much they are late. Ticks by itself. */
export function RowStanding({ item, group }: { readonly item: DeskAppointmentItem; readonly group: GroupName }) {
  const { row } = useMessages(deskToday);
  const language = useLanguage();
  const now = useDeskMinute();
  const { starts_at, ends_at, arrived_at, started_at, ended_at, proposal } = item;
  switch (group) {
    case 'in_progress': {
      const over = ends_at ? minutesFrom(ends_at, now) : 0;
      return <Standing main={started_at ? row.isIn(minutesFrom(started_at, now)) : ''} urgent={over > 0 ? row.over(over) : ''} />;
    }
    case 'waiting':
    case 'walk_ins': {
      const late = starts_at ? minutesFrom(starts_at, now) : 0;
      return <Standing main={arrived_at ? row.waits(minutesFrom(arrived_at, now)) : ''} urgent={late > 0 ? row.over(late) : ''} />;
    }
    case 'late':
      return starts_at && <Standing main="" urgent={row.late(minutesFrom(starts_at, now))} />;
    case 'next': {
      if (!starts_at) return null;
      const left = Math.ceil((Date.parse(starts_at) - now) / minuteMilliseconds);
      return left <= soonMinutes && left >= 0 ? <Standing main={row.soon(left)} urgent="" /> : null;
    }
    case 'served':
      return ended_at && <Standing main={row.servedAt(formatTime(ended_at))} urgent="" />;
    case 'pending':
      return proposal && <Standing main={row.proposed(`${formatShortDay(proposal.starts_at, language)}, ${formatTime(proposal.starts_at)}`)} urgent="" />;
    case 'open':
    case 'missed':
    case 'cancelled':
      return null;
    default:
      return group satisfies never;
  }
}

function Standing({ main, urgent }: { readonly main: string; readonly urgent: string }) {
  return (
    <>
      {main && <span>{main}</span>}
      {urgent && <strong className="person-urgent">{urgent}</strong>}
    </>
  );
}
