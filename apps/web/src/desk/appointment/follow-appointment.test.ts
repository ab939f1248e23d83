import type { DeskAppointment } from '@sportello/contract';
import { expect, it } from 'vitest';
import { deskItem } from '../desk-item.fixture.ts';
import { followAppointment } from './follow-appointment.ts';

const shown: DeskAppointment = { ...deskItem(), calendar_names: [], details: null, answers: [], home_address: null, reason: null, outcome: null, next_step: null, notes: [], history: [] };

it('a change made elsewhere is read again, with the notes and the history', () => {
  expect(followAppointment(shown, { name: 'appointment', data: deskItem({ revision: 2, state: 'arrived' }) })).toBe('stale');
  expect(followAppointment(shown, { name: 'appointment', data: deskItem({ note_count: 1 }) })).toBe('stale');
});

it('what was just pressed here is shown at once', () => {
  expect(followAppointment(shown, { name: 'appointment', data: deskItem({ state: 'arrived' }) })).toMatchObject({ state: 'arrived', notes: [] });
});

it('another appointment, or an older word of this one, changes nothing', () => {
  expect(followAppointment(shown, { name: 'appointment', data: deskItem({ id: 'a2', revision: 9 }) })).toBe(shown);
  expect(followAppointment(shown, { name: 'appointment', data: deskItem({ revision: 0, state: 'arrived' }) })).toBe(shown);
});
