import { expect, it } from 'vitest';
import { agenda, item } from './agenda.fixture.ts';
import { followAgenda } from './follow-agenda.ts';

const known = agenda([item('a', 600, 630)]);

it('an appointment that changed, came or went changes the agenda', () => {
  const moved = item('a', 660, 690, { revision: 2 });
  expect(followAgenda(known, { name: 'appointment', data: moved })).toMatchObject({ items: [moved] });
  expect(followAgenda(known, { name: 'appointment', data: item('b', 700, 730) })).toMatchObject({ items: [{ id: 'a' }, { id: 'b' }] });
  expect(followAgenda(known, { name: 'appointment', data: item('a', 660, 690, { revision: 2, calendar_ids: [] }) })).toMatchObject({ items: [] });
  expect(followAgenda(known, { name: 'gone', data: { id: 'a' } })).toMatchObject({ items: [] });
});

it('a note changes an appointment without a new revision', () => {
  const noted = item('a', 600, 630, { note_count: 1 });
  expect(followAgenda(known, { name: 'appointment', data: noted })).toMatchObject({ items: [noted] });
});

it('what is older, or of other calendars, changes nothing', () => {
  expect(followAgenda(known, { name: 'appointment', data: item('a', 660, 690, { revision: 0 }) })).toBe(known);
  expect(followAgenda(known, { name: 'appointment', data: item('c', 660, 690, { calendar_ids: ['two'] }) })).toBe(known);
  expect(followAgenda(known, { name: 'calendar', data: { id: 'two' } })).toBe(known);
});

it('hours that changed are read again', () => {
  expect(followAgenda(known, { name: 'calendar', data: { id: 'one' } })).toBe('stale');
});
