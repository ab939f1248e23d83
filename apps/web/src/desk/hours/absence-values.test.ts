import { expect, it } from 'vitest';
import { deskHours } from '../../messages/desk-hours.ts';
import { absenceOf, mistakesInAbsence } from './absence-values.ts';

const texts = deskHours.it.absence;
const tomorrow = { calendarId: 'one', from: '2026-11-24', to: '2026-11-24', allDay: true, fromTime: '', toTime: '', reason: '' };

it('a whole day reaches from midnight to midnight of the desk, in the nights of summer time too', () => {
  expect(absenceOf(tomorrow)).toEqual({ kind: 'absence', calendar_ids: ['one'], starts_at: '2026-11-23T23:00:00.000Z', ends_at: '2026-11-24T23:00:00.000Z' });
  expect(absenceOf({ ...tomorrow, from: '2027-03-27', to: '2027-03-28', reason: ' ferie ' })).toMatchObject({ starts_at: '2027-03-26T23:00:00.000Z', ends_at: '2027-03-28T22:00:00.000Z', reason: 'ferie' });
});

it('a part of a day has hours', () => {
  expect(absenceOf({ ...tomorrow, allDay: false, fromTime: '09:00', toTime: '11:30' })).toMatchObject({ starts_at: '2026-11-24T08:00:00.000Z', ends_at: '2026-11-24T10:30:00.000Z' });
});

it('what is missing or backwards is named', () => {
  expect(mistakesInAbsence(tomorrow, texts)).toEqual({});
  expect(Object.keys(mistakesInAbsence({ ...tomorrow, calendarId: '', from: '', allDay: false }, texts))).toEqual(['calendarId', 'from', 'fromTime', 'toTime']);
  expect(mistakesInAbsence({ ...tomorrow, to: '2026-11-23' }, texts)).toEqual({ to: texts.toTooEarly });
  expect(mistakesInAbsence({ ...tomorrow, allDay: false, fromTime: '11:00', toTime: '09:00' }, texts)).toEqual({ toTime: texts.toTooEarly });
});
