import { and, inArray } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import type { Directory } from '../../directory/directory.ts';
import { type Booked, bookedOf, isShownTo } from '../booked.ts';
import { itemOnWire, type Shown } from '../wire.ts';
import { eventText, type LiveStream } from './live-stream.ts';
import type { RanOut } from './what-happened.ts';

const everything = { reach: { everything: true } } as const;

/**
 * Reads these appointments as they are now, and answers with what a stream is told of them: the item where it is shown, that it
 * is gone where it was. Each text is written once for all who see it alike.
 */
export async function asTheyAreNow(database: Database, directory: Directory, changed: readonly RanOut[], now: number): Promise<(stream: LiveStream) => string[]> {
  const where = new Map(changed.map((one) => [one.appointmentId, one]));
  const booked = await readBooked(database, [...where.keys()], now);
  const written = new Map<string, string>();

  function itemText(one: Booked, shown: Shown): string {
    const view = `${one.appointment.id} ${shown.language} ${shown.asInitials}`;
    const text = written.get(view) ?? eventText('appointment', itemOnWire(directory, one, shown));
    written.set(view, text);
    return text;
  }

  return (stream) =>
    [...where].flatMap(([id, lay]) => {
      const one = booked.get(id);
      if (one && stream.reaches(one.appointment)) return [itemText(one, stream.follower.shown)];
      return stream.reaches(lay) ? [eventText('gone', { id })] : [];
    });
}

async function readBooked(database: Database, ids: readonly string[], now: number): Promise<ReadonlyMap<string, Booked>> {
  if (ids.length === 0) return new Map();
  const { appointments } = database.tables;
  const rows = await database.read.select().from(appointments).where(and(inArray(appointments.id, [...ids]), isShownTo(database.tables, everything, now)));
  const booked = await bookedOf(database, database.read, rows, now);
  return new Map(booked.map((one) => [one.appointment.id, one]));
}
