import { type Agenda, type Channel, channels as allChannels } from '@sportello/contract';
import { type DaySpans, inOrder, type Intervals, isoWriter, openDays, openingPieces, subtract } from '@sportello/scheduling';
import type { HoursRows } from '../calendars/hours-rows.ts';
import { hoursOf } from '../calendars/hours-rows.ts';
import { purposesOf } from '../calendars/purposes.ts';
import { closedDays } from '../directory/closed-days.ts';
import type { Calendar, Directory } from '../directory/directory.ts';

type OpenPiece = Agenda['calendars'][number]['open'][number];

/** Days of the union's zone, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A channel at a place: what one opening may be for. */
export interface Way {
  readonly channel: Channel;
  readonly placeId: string | null;
}

/** The ways in which a calendar receives, by what its hours say; a place counts for the desk, and is where somebody sits for the others. */
export function waysOf(directory: Directory, calendarId: string, { rules, exceptions }: HoursRows): Way[] {
  const parts = [...rules, ...exceptions.flatMap(({ opening }) => opening)];
  const any = purposesOf(directory, calendarId).channels;
  const ways = new Map<string, Way>();
  for (const { channels, placeId } of parts) for (const channel of channels ?? any) ways.set(`${channel} ${placeId ?? ''}`, { channel, placeId });
  return [...ways.values()];
}

/** Lays out days once for all calendars that are closed on the same ones. */
export function openDaysOf(directory: Directory, { from, to }: Days): (officeId: string | null, way: Way) => DaySpans {
  const known = new Map<string, DaySpans>();
  return (officeId, { channel, placeId }) => {
    const closed = closedDays(directory, { officeId: officeId ?? '', placeId: channel === 'desk' ? placeId : null, channel }, from, to);
    const key = [...closed].join(' ');
    const spans = known.get(key) ?? openDays(directory.union.timeZone, from, to, [...closed]);
    known.set(key, spans);
    return spans;
  };
}

/** When a calendar is open: by channels and place, without closed days and absences; channels that are open alike are one. */
export function openPiecesOf(directory: Directory, { id, officeId }: Calendar, rows: HoursRows, daysOf: ReturnType<typeof openDaysOf>): OpenPiece[] {
  const hours = hoursOf(rows);
  const absences = inOrder(hours.absences);
  const alike = new Map<string, { placeId: string | null; channels: Channel[]; pieces: Intervals }>();
  for (const way of waysOf(directory, id, rows)) {
    const isMeant = (part: { channels: readonly Channel[] | null; placeId: string | null }) => part.placeId === way.placeId && (part.channels === null || part.channels.includes(way.channel));
    const suited = { opening: hours.rules.filter(isMeant), exceptions: hours.exceptions.map(({ day, opening }) => ({ day, opening: opening.filter(isMeant) })) };
    const pieces = subtract(openingPieces(suited, daysOf(officeId, way)), absences, 0, 0);
    if (pieces.length === 0) continue;
    const key = `${way.placeId ?? ''} ${pieces.join(' ')}`;
    const known = alike.get(key);
    if (known) known.channels.push(way.channel);
    else alike.set(key, { placeId: way.placeId, channels: [way.channel], pieces });
  }
  return onWire(directory, [...alike.values()]);
}

function onWire({ union }: Directory, groups: readonly { placeId: string | null; channels: readonly Channel[]; pieces: Intervals }[]): OpenPiece[] {
  const write = isoWriter(union.timeZone);
  const open = groups.flatMap(({ placeId, channels, pieces }) => {
    const some = channels.length === allChannels.length ? null : allChannels.filter((channel) => channels.includes(channel));
    return Array.from({ length: pieces.length / 2 }, (_, index) => ({ at: pieces[2 * index] ?? 0, end: pieces[2 * index + 1] ?? 0, channels: some, placeId }));
  });
  open.sort((one, other) => one.at - other.at);
  return open.map(({ at, end, channels, placeId }) => ({ starts_at: write(at), ends_at: write(end), channels, place_id: placeId }));
}
