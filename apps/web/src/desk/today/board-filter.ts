import type { Board, Office } from '@sportello/contract';
import { useSearchParams } from 'react-router';
import { isDay } from '../../staff/moments.ts';
import { type BoardFilter, ownCalendars } from './group-board.ts';

/** What the address says of the board. */
export interface AskedBoard extends BoardFilter {
  readonly day: string | undefined;
}

export function useAskedBoard(): AskedBoard {
  const [query] = useSearchParams();
  const day = query.get('giorno');
  return { day: isDay(day) ? day : undefined, officeId: query.get('ufficio') ?? undefined, calendar: query.get('agenda') ?? undefined };
}

/** Without what is not there (any more), so that an old address shows everything rather than nothing. */
export function knownFilter({ officeId, calendar }: BoardFilter, offices: readonly Office[], calendars: Board['calendars']): BoardFilter {
  const isKnown = calendar === ownCalendars ? calendars.some(({ is_mine }) => is_mine) : calendars.some(({ id }) => id === calendar);
  return { officeId: offices.some(({ id }) => id === officeId) ? officeId : undefined, calendar: isKnown ? calendar : undefined };
}
