import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from './app.ts';
import { type Citizen, citizenOf } from './citizen.ts';

let desk: Desk;
let citizen: Citizen;

beforeAll(async () => {
  desk = await openDesk();
  citizen = citizenOf(desk);
});
afterAll(() => desk.close());

test('a citizen holds a free time, confirms it and sees the appointment', async () => {
  const wanted = await citizen.wanted();
  const slots = await citizen.slots(wanted);
  expect(slots.items.length).toBeGreaterThan(20);
  const start = slots.items[0]?.starts_at ?? '';
  expect(slots.next_available_at).toBe(start);

  const hold = await citizen.hold(wanted, start);
  expect(hold).toMatchObject({ starts_at: start, channel: 'video', extended: false, expires_at: '2026-12-01T08:10:00+01:00' });

  const confirmed = await citizen.post('/appointments', await citizen.application(hold), { token: hold.token });
  expect(confirmed.json()).not.toHaveProperty('errors');
  expect(confirmed.statusCode).toBe(201);
  expect(confirmed.json()).toMatchObject({ state: 'confirmed', sequence: 0, starts_at: start });

  const { code, manage_token: token } = confirmed.json();
  const seen = await citizen.get(`/appointments/${code}`, { token });
  expect(seen.statusCode).toBe(200);
  expect(seen.json()).toMatchObject({ code, state: 'confirmed', person: { given_name: 'Ada', family_name: 'Rossi', phone: null } });
  expect(seen.json()).not.toHaveProperty('manage_token');
});
