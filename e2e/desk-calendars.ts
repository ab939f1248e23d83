import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';

// What journeys through the agenda and the hours have in common. They run on a desk of their own, on a working day.

/** A Wednesday in winter, before the desk opens. */
export const wednesday = '2027-02-03';
export const thursday = '2027-02-04';
export const morning = `${wednesday}T07:40:00+01:00`;

/** The calendar of the technical office's demo official. */
export const ownCalendar = 'Sportello tecnico 1 (demo)';
export const colleague = 'Sportello tecnico 2 (demo)';

interface Agenda {
  readonly items: readonly { readonly id: string; readonly revision: number; readonly starts_at: string | null; readonly calendar_ids: readonly string[]; readonly person: { readonly name: string } | null; readonly state: string }[];
  readonly calendars: readonly { readonly id: string; readonly name: string; readonly open: readonly { readonly starts_at: string; readonly ends_at: string; readonly channels: readonly string[] | null; readonly place_id: string | null }[]; readonly absences: readonly unknown[] }[];
}

export async function agendaOf(api: APIRequestContext, day: string): Promise<Agenda> {
  const answer = await api.get(`/api/v1/staff/agenda?from=${day}&to=${day}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Agenda;
}

export async function calendarNamed(api: APIRequestContext, name: string): Promise<string> {
  const { calendars } = await agendaOf(api, wednesday);
  const id = calendars.find((calendar) => calendar.name === name)?.id;
  if (!id) throw new Error(`no calendar is named ${name}`);
  return id;
}

interface Booking {
  readonly day: string;
  /** "09:00" */
  readonly time: string;
  readonly calendarId: string;
  readonly familyName: string;
  readonly email?: string;
}

/** Somebody has an appointment by video with this calendar, as if an official had booked it by phone; answers its id. */
export async function bookWith(api: APIRequestContext, { day, time, calendarId, familyName, email }: Booking): Promise<string> {
  const service = (await (await api.get('/api/v1/services/certificato-destinazione-urbanistica')).json()) as { id: string };
  const comuni = (await (await api.get('/api/v1/municipalities')).json()) as { items: { id: string; name: string }[] };
  const wanted = { service_id: service.id, channel: 'video', municipality_id: comuni.items.find(({ name }) => name === 'Mombercelli')?.id, calendar_id: calendarId, starts_at: `${day}T${time}:00+01:00`, outside_hours: true };
  const hold = await api.post('/api/v1/staff/holds', { data: wanted });
  expect(hold.status(), await hold.text()).toBe(201);
  const { id } = (await hold.json()) as { id: string };
  const person = { given_name: 'Ada', family_name: familyName, ...(email ? { email } : { phone: '+390141123456' }) };
  const booked = await api.post('/api/v1/staff/appointments', { data: { hold_id: id, person }, headers: { 'idempotency-key': crypto.randomUUID() } });
  expect(booked.status(), await booked.text()).toBe(201);
  return ((await booked.json()) as { id: string }).id;
}
