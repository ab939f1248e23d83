import { createHmac, randomBytes } from 'node:crypto';
import { makeAppointmentCode } from '@sportello/contract';
import { newId } from '../src/database/id.ts';
import type { Tables } from '../src/database/schema.ts';
import { openSession } from '../src/identity/sessions.ts';
import { makeSecrets } from '../src/secrets.ts';
import type { BenchDesk } from './desk.ts';

const minute = 60_000;
const day = 1440 * minute;

/** Spreads appointments with their people and claims over the working days around today: `count` in 30 days, on all calendars. */
export async function fillMonth(desk: BenchDesk, count: number): Promise<{ day: string; ids: string[] }> {
  const { database, calendarIds, serviceId, channelId, officeId, municipalityId } = desk;
  const { tables } = database;
  const today = Math.floor(Date.now() / day) * day;
  const days = Array.from({ length: 30 }, (_, place) => today + (place - 10) * day).filter((at) => ![0, 6].includes(new Date(at).getUTCDay()));
  const ids: string[] = [];
  for (let from = 0; from < count; from += 250) {
    await database.write(async (tx) => {
      for (let index = from; index < Math.min(from + 250, count); index += 1) {
        const turn = Math.floor(index / calendarIds.length);
        const startsAt = (days[turn % days.length] ?? today) + (8 * 60 + Math.floor(turn / days.length) * 30) * minute;
        const id = newId();
        ids.push(id);
        await tx.insert(tables.appointments).values(appointmentRow({ id, startsAt, serviceId, serviceChannelId: channelId, officeId, municipalityId }));
        const personId = newId();
        await tx.insert(tables.people).values({ id: personId, kind: 'natural', givenName: 'Persona', familyName: `Di Prova ${index}`, email: `persona${index}@example.org`, phone: '+390141123456', language: 'it', createdAt: startsAt });
        await tx.insert(tables.appointmentPeople).values({ id: newId(), appointmentId: id, personId, role: 'requester' });
        await tx.insert(tables.claims).values({ id: newId(), calendarId: calendarIds[index % calendarIds.length] ?? '', startsAt, endsAt: startsAt + 30 * minute, appointmentId: id });
      }
    });
  }
  return { day: new Date(days.find((at) => at >= today) ?? today).toISOString().slice(0, 10), ids };
}

type Row = Tables['appointments']['$inferInsert'];

function appointmentRow({ startsAt, ...of }: Pick<Row, 'id' | 'serviceId' | 'serviceChannelId' | 'officeId' | 'municipalityId'> & { startsAt: number }): Row {
  const rules = { durationMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, moveCutoffMinutes: 1440, cancelCutoffMinutes: 240, releaseDelayMinutes: 0, moderated: false, priceCents: 0, textsVersion: 1, retentionMonths: 12 };
  const code = makeAppointmentCode(randomBytes).replace('-', '');
  const at = { startsAt, endsAt: startsAt + 30 * minute, createdAt: startsAt - day, confirmedAt: startsAt - day, changedAt: startsAt - day };
  return { ...of, ...rules, ...at, code, state: 'confirmed', channel: 'video', topic: 'Informazioni su una pratica edilizia', language: 'it' };
}

/** The cookie of an administrator's session that was just opened. */
export async function signInAdmin({ database }: BenchDesk): Promise<string> {
  const id = newId();
  const now = Date.now();
  const sid = await database.write(async (tx) => {
    await tx.insert(database.tables.staff).values({ id, email: `${id}@example.org`, givenName: 'Prova', familyName: 'Prova', language: 'it', role: 'admin', state: 'active', notices: [], createdAt: now });
    return openSession(tx, database.tables, { staffId: id, state: 'open', proofs: ['password', 'totp'], device: 'bench', address: '127.0.0.1' }, now);
  });
  const iat = Math.floor(now / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sid, iat, exp: iat + 300 })}`;
  const key = makeSecrets(Buffer.alloc(48, 7)).derivedKey('staff-session');
  return `sportello-session=${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}
