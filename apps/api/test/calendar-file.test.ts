import type { ConfirmedAppointment } from '@sportello/contract';
import ICAL from 'ical.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeRules, type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let booked: ConfirmedAppointment;

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
beforeEach(async () => {
  booked = await citizen.bookAt(video, '2026-12-03T09:00:00+01:00');
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

/** The calendar file as a calendar reads it. */
async function read(link = booked) {
  const answer = await citizen.get(`/appointments/${link.code}/calendar.ics`, { token: link.manage_token });
  const calendar = new ICAL.Component(ICAL.parse(answer.body) as unknown[]);
  const event = calendar.getFirstSubcomponent('vevent');
  const property = (name: string) => String(event?.getFirstPropertyValue(name));
  return { answer, calendar, property, method: String(calendar.getFirstPropertyValue('method')), sequence: Number(property('sequence')), status: property('status'), uid: property('uid') };
}

test('an appointment is a file that a calendar takes, in UTC', async () => {
  const { answer, property, ...file } = await read();
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({ 'content-type': expect.stringMatching(/^text\/calendar/), 'cache-control': 'no-store' });
  expect(file).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED', sequence: 0 });
  expect([property('dtstart'), property('dtend')]).toEqual(['2026-12-03T08:00:00Z', '2026-12-03T08:30:00Z']);
  expect(answer.body).toMatch(/DTSTART:20261203T080000Z\r\n/);
  expect(answer.body).not.toContain(booked.manage_token);
  expect(answer.body).not.toContain('VTIMEZONE');
});

test('its UID stays and its SEQUENCE is that of the appointment, through a move and a cancellation', async () => {
  const { uid } = await read();
  await citizen.move(booked, { starts_at: '2026-12-04T09:00:00+01:00' });
  expect(await read()).toMatchObject({ uid, method: 'PUBLISH', status: 'CONFIRMED', sequence: 1 });
  await citizen.cancel(booked, {});
  expect(await read()).toMatchObject({ uid, method: 'CANCEL', status: 'CANCELLED', sequence: 2 });
});

test('a request that waits is tentative', async () => {
  const restore = await changeRules(desk, 'informazioni-scia', 'video', { moderated: true });
  const request = await citizen.bookAt(video, '2026-12-03T10:00:00+01:00');
  await restore();
  expect(await read(request)).toMatchObject({ method: 'PUBLISH', status: 'TENTATIVE' });
});

test('it opens with the link only', async () => {
  expectProblem(await citizen.get(`/appointments/${booked.code}/calendar.ics`), 'unauthorized');
  expectProblem(await citizen.get(`/appointments/${booked.code}/calendar.ics`, { token: 'nothing' }), 'not-found');
  expectProblem(await citizen.get('/appointments/K7QM-3XRT/calendar.ics', { token: booked.manage_token }), 'not-found');
});
