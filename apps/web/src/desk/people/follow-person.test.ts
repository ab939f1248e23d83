import type { DeskPerson, PersonAppointment } from '@sportello/contract';
import { expect, it } from 'vitest';
import { deskItem } from '../desk-item.fixture.ts';
import { followPerson } from './follow-person.ts';
import { deskPerson } from './person.fixture.ts';

const appointment: PersonAppointment = { ...deskItem(), part: 'requester', outcome: 'Fatto.', next_step: null };
const ada: DeskPerson = deskPerson({ id: 'x1', name: 'Ada Rossi', appointments: [appointment] });

it('what changes of an appointment without a new revision is shown at once', () => {
  const next = followPerson(ada, { name: 'appointment', data: deskItem({ note_count: 2 }) });
  expect(next).toMatchObject({ appointments: [{ note_count: 2, outcome: 'Fatto.' }] });
});

it.each([
  ['a new revision of an appointment', deskItem({ revision: 2 })],
  ['a corrected name', deskItem({ person: { id: 'x1', name: 'Ada Rosso' } })],
  ['an appointment that is somebody else’s now', deskItem({ person: { id: 'x2', name: 'Ada Rossi' } })],
  ['a new appointment of theirs', deskItem({ id: 'a2' })],
])('%s is read again', (_, data) => {
  expect(followPerson(ada, { name: 'appointment', data })).toBe('stale');
});

it('what is older, and what is of others, changes nothing', () => {
  expect(followPerson(ada, { name: 'appointment', data: deskItem({ revision: 0 }) })).toBe(ada);
  expect(followPerson(ada, { name: 'appointment', data: deskItem({ id: 'a2', person: { id: 'x2', name: 'Ugo' } }) })).toBe(ada);
  expect(followPerson(ada, { name: 'gone', data: { id: 'a2' } })).toBe(ada);
  expect(followPerson(ada, { name: 'gone', data: { id: 'a1' } })).toBe('stale');
});
