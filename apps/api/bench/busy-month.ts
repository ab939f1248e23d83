import { addDays, dayOfWeek, localDay, startOfDay } from '@sportello/scheduling';
import { newId } from '../src/database/id.ts';
import type { Tables } from '../src/database/schema.ts';
import type { BenchDesk } from './desk.ts';

const halfHour = 1_800_000;
const zone = 'Europe/Rome';
const startsADay = [540, 570, 600, 630, 660, 690, 720, 840, 870, 900, 930, 960, 990];

/** Fills four weeks from the Monday of this week on: `count` confirmed appointments, on all calendars in turn, each of somebody. */
export async function fillMonth(desk: BenchDesk, count: number): Promise<{ monday: string; ids: string[] }> {
  const { database, calendarIds } = desk;
  const today = localDay(zone, Math.floor(Date.now() / 60_000));
  const monday = addDays(today, 1 - dayOfWeek(today));
  const rows = Array.from({ length: count }, (_, index) => appointmentAt(desk, index, startOf(monday, index, calendarIds.length)));
  await database.write(async (tx) => {
    const { appointments, people, appointmentPeople, claims } = database.tables;
    for (let from = 0; from < rows.length; from += 200) {
      const some = rows.slice(from, from + 200);
      await tx.insert(appointments).values(some.map(({ appointment }) => appointment));
      await tx.insert(people).values(some.map(({ person }) => person));
      await tx.insert(appointmentPeople).values(some.map(({ appointment, person }) => ({ id: newId(), appointmentId: appointment.id, personId: person.id, role: 'requester' as const })));
      await tx.insert(claims).values(some.map(({ appointment }, index) => claimOf(appointment, calendarIds[(from + index) % calendarIds.length] ?? '')));
    }
  });
  return { monday, ids: rows.map(({ appointment }) => appointment.id) };
}

/** Calendars take turns; of each the days of four weeks, and then the next start of the day. */
function startOf(monday: string, index: number, calendars: number): number {
  const turn = Math.floor(index / calendars);
  const workday = turn % 20;
  const day = addDays(monday, Math.floor(workday / 5) * 7 + (workday % 5));
  return (startOfDay(zone, day) + (startsADay[Math.floor(turn / 20) % startsADay.length] ?? 540)) * 60_000;
}

function appointmentAt(desk: BenchDesk, index: number, startsAt: number) {
  const id = newId();
  const booked = { durationMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, moveCutoffMinutes: 1440, cancelCutoffMinutes: 240, releaseDelayMinutes: 0, moderated: false, priceCents: 0, textsVersion: 1, retentionMonths: 12 };
  const where = { serviceId: desk.serviceId, serviceChannelId: desk.channelId, officeId: desk.officeId, channel: 'video' as const, municipalityId: desk.municipalityId };
  const appointment = {
    id,
    code: `B${String(index).padStart(7, '0')}`, state: 'confirmed' as const, ...where, ...booked, startsAt, endsAt: startsAt + halfHour, language: 'it' as const, topic: 'Una domanda sulla pratica', createdAt: 0, confirmedAt: 0, changedAt: 0,
  };
  const person: Tables['people']['$inferInsert'] = { id: newId(), kind: 'natural', givenName: `Nome${index}`, familyName: `Cognome${index}`, email: `persona${index}@example.org`, language: 'it', createdAt: 0 };
  return { appointment, person };
}

function claimOf({ id, startsAt, endsAt }: { id: string; startsAt: number; endsAt: number }, calendarId: string): Tables['claims']['$inferInsert'] {
  return { id: newId(), appointmentId: id, calendarId, startsAt, endsAt };
}
