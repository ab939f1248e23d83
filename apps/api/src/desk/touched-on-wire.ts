import type { Impact } from '@sportello/contract';
import { isoWriter } from '@sportello/scheduling';
import type { FastifyRequest } from 'fastify';
import type { TouchedPreview } from '../calendars/preview-touched.ts';
import type { Directory } from '../directory/directory.ts';
import { bookedOf } from './booked.ts';
import type { DeskDeps } from './deps.ts';
import { shownTo } from './shown.ts';
import { itemOnWire } from './wire.ts';

/** Touched appointments with what can become of each, in the order given. */
export async function touchedOnWire({ database, clock }: Pick<DeskDeps, 'database' | 'clock'>, request: FastifyRequest, known: Directory, touched: readonly TouchedPreview[]): Promise<Impact['touched']> {
  const write = isoWriter(known.union.timeZone);
  const booked = await bookedOf(database, database.read, touched.map(({ appointment }) => appointment), clock.now());
  const items = new Map(booked.map((one) => [one.appointment.id, itemOnWire(known, one, shownTo(request))]));
  return touched.flatMap(({ appointment, proposals, colleagueIds }) => {
    const item = items.get(appointment.id);
    if (!item) return [];
    return {
      appointment: item,
      proposals: proposals.map(({ start, placeId, request: { rules } }) => ({ starts_at: write(start), ends_at: write(start + rules.durationMinutes), place_id: placeId })),
      colleagues: colleagueIds.map((id) => ({ calendar_id: id, name: known.calendars.get(id)?.name ?? '' })),
    };
  });
}
