import type { CalendarHours, Channel, OpeningRuleIn } from '@sportello/contract';
import type { it } from '../../messages/desk-hours.it.ts';
import { minutesADay, readMinute, writeMinute } from '../agenda/wall-time.ts';

/** Some hours of a day, and what they are for, as fields keep them: texts, and empty where nothing is limited. */
export interface OpeningValues {
  readonly from: string;
  readonly to: string;
  readonly channels: readonly string[];
  readonly placeId: string;
  readonly serviceIds: readonly string[];
}

type Opening = Pick<CalendarHours['rules'][number], 'start_minute' | 'end_minute' | 'channels' | 'place_id' | 'service_ids'>;

/** New hours, where the calendar always is when it receives: the place of all its rules, if they have one. */
export function newOpening({ rules }: Pick<CalendarHours, 'rules'> = { rules: [] }): OpeningValues {
  const [place, ...others] = new Set(rules.flatMap(({ place_id }) => place_id ?? []));
  return { from: '', to: '', channels: [], placeId: place !== undefined && others.length === 0 ? place : '', serviceIds: [] };
}

export function valuesOfOpening({ start_minute, end_minute, channels, place_id, service_ids }: Opening): OpeningValues {
  return { from: writeMinute(start_minute), to: writeEnd(end_minute), channels: channels ?? [], placeId: place_id ?? '', serviceIds: service_ids ?? [] };
}

/** Of values without a mistake. */
export function openingOf({ from, to, channels, placeId, serviceIds }: OpeningValues): Pick<OpeningRuleIn, keyof Opening> {
  return {
    start_minute: readMinute(from) ?? 0,
    end_minute: readEnd(to) ?? 0,
    // The field offers nothing else.
    channels: channels.length > 0 ? (channels as Channel[]) : null,
    place_id: placeId || null,
    service_ids: serviceIds.length > 0 ? [...serviceIds] : null,
  };
}

/** Field -> how to mend it. */
export function mistakesInOpening({ from, to }: Pick<OpeningValues, 'from' | 'to'>, texts: typeof it.fields): Readonly<{ from?: string; to?: string }> {
  const [start, end] = [readMinute(from), readEnd(to)];
  return {
    ...(start === null && { from: texts.fromMissing }),
    ...(end === null ? { to: texts.toMissing } : start !== null && end <= start ? { to: texts.toTooEarly } : {}),
  };
}

/** Midnight ends the day: a field for times writes it as its beginning. */
function readEnd(text: string): number | null {
  const minute = readMinute(text);
  return minute === 0 ? minutesADay : minute;
}

function writeEnd(minute: number): string {
  return writeMinute(minute % minutesADay);
}
