import { describe, expect, it } from 'vitest';
import { item } from '../agenda/agenda.fixture.ts';
import { chooseForAll, choicesFor, chosenFor, resolutionOf, type Touched } from './resolutions.ts';

const at = '2026-12-03T09:00:00+01:00';
const both: Touched = { appointment: item('a', 600, 630), proposals: [{ starts_at: at, ends_at: at, place_id: 'sede' }], colleagues: [{ calendar_id: 'two', name: 'Bruno' }] };
const onlyColleague: Touched = { appointment: item('b', 600, 630), proposals: [], colleagues: [{ calendar_id: 'two', name: 'Bruno' }] };
const neither: Touched = { appointment: item('c', 600, 630), proposals: [], colleagues: [] };

describe('what becomes of a touched appointment', () => {
  it('is at first the first free time, else a colleague, else nothing: never a cancellation', () => {
    expect([both, onlyColleague, neither].map((touched) => chosenFor(touched, {}).choice)).toEqual([`move ${at}`, 'reassign two', 'leave']);
  });

  it('stays what a person chose as long as it can be had', () => {
    const choices = { a: { choice: 'cancel', message: 'Ci dispiace' }, b: { choice: `move ${at}`, message: '' } };
    expect(chosenFor(both, choices)).toEqual({ choice: 'cancel', message: 'Ci dispiace' });
    expect(chosenFor(onlyColleague, choices).choice).toBe('reassign two');
  });

  it('may be the same for all who can have it', () => {
    const all = [both, onlyColleague, neither];
    expect(Object.values(chooseForAll(all, {}, 'reassign')).map(({ choice }) => choice)).toEqual(['reassign two', 'reassign two', 'leave']);
    expect(Object.values(chooseForAll(all, {}, 'cancel')).map(({ choice }) => choice)).toEqual(['cancel', 'cancel', 'cancel']);
  });

  it('travels with the revision that was seen', () => {
    const named = { appointment_id: 'a', revision: 1 };
    expect(choicesFor(both).map((choice) => resolutionOf(both, { choice, message: ' Scusate ' }))).toEqual([
      { ...named, does: 'move', starts_at: at, place_id: 'sede' },
      { ...named, does: 'reassign', calendar_id: 'two' },
      { ...named, does: 'cancel', message: 'Scusate' },
      { ...named, does: 'leave' },
    ]);
  });
});
