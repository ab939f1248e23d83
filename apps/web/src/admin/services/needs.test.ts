import { describe, expect, test } from 'vitest';
import { type Candidate, choicesFor, kindOfNeed, withNeed } from './needs.ts';

const candidate = (id: string, of: Candidate['of'], officeId: string | undefined = 'o1', isArchived = false): Candidate => ({ id, name: id, of, officeId, isArchived });
const candidates = [candidate('ada', 'operator'), candidate('bea', 'operator'), candidate('ivo', 'operator', 'o2'), candidate('old', 'operator', 'o1', true), candidate('room', 'thing', undefined), candidate('bike', 'thing')];

describe('who must be free', () => {
  test('people stand before things, whatever is added when', () => {
    expect(withNeed([['room']], 'operator', candidates)).toEqual([[], ['room']]);
    expect(withNeed([['ada']], 'thing', candidates)).toEqual([['ada'], []]);
    expect(withNeed([['ada'], ['room']], 'operator', candidates)).toEqual([['ada'], [], ['room']]);
  });

  test('a row is of the kind of what stands in it', () => {
    expect(kindOfNeed(['room'], candidates, 'operator')).toBe('thing');
    expect(kindOfNeed([], candidates, 'thing')).toBe('thing');
  });

  test('nobody can be in two rows, and what is archived is offered no more', () => {
    const { own, others } = choicesFor(0, [[], ['ada']], candidates, { kind: 'operator', officeId: 'o1' });
    expect(own.map(({ id }) => id)).toEqual(['bea']);
    expect(others.map(({ id }) => id)).toEqual(['ivo']);
  });

  test('what stands in a row already stays in sight, archived or of another office', () => {
    const { own, others } = choicesFor(0, [['old', 'ivo']], candidates, { kind: 'operator', officeId: 'o1' });
    expect(own.map(({ id }) => id)).toEqual(['ada', 'bea', 'ivo', 'old']);
    expect(others).toEqual([]);
  });
});
