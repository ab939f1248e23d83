import { describe, expect, test } from 'vitest';
import { deskItem } from '../desk-item.fixture.ts';
import { decidedFor, decideForAll, decisionsOf, type Listed, planOf } from './decisions.ts';

const free = { starts_at: '2026-12-04T09:00:00+01:00', ends_at: '2026-12-04T09:30:00+01:00', place_id: null };

function listed(id: string, { hasEmail = true, proposals = [free] }: { readonly hasEmail?: boolean; readonly proposals?: Listed['proposals'] } = {}): Listed {
  return { appointment: deskItem({ id, has_email: hasEmail }), proposals, colleagues: [], why: 'closed' };
}

const [one, two] = [listed('one'), listed('two', { hasEmail: false, proposals: [] })];

describe('what is decided about appointments that do not fit any more', () => {
  test('is nothing until somebody chooses, and nothing again when what was chosen cannot be had any more', () => {
    expect(decidedFor(one, {})).toBeNull();
    const choices = { one: { choice: `move ${free.starts_at}`, message: '' } };
    expect(decidedFor(one, choices)).toEqual(choices.one);
    expect(decidedFor({ ...one, proposals: [] }, choices)).toBeNull();
  });

  test('for all is what each can have, and nothing for who cannot have it', () => {
    const moved = decideForAll([one, two], {}, 'move');
    expect(decidedFor(one, moved)?.choice).toBe(`move ${free.starts_at}`);
    expect(decidedFor(two, moved)).toBeNull();
    expect(decisionsOf([one, two], decideForAll([one, two], moved, 'later'), '')).toEqual([]);
  });

  test('carries one reason for all who are cancelled, but for who has words of their own', () => {
    const choices = { ...decideForAll([one, two], {}, 'cancel'), two: { choice: 'cancel', message: 'Richiami lunedì.' } };
    expect(decisionsOf([one, two], choices, 'Siamo chiusi.').map(({ resolution }) => resolution)).toMatchObject([{ does: 'cancel', message: 'Siamo chiusi.' }, { does: 'cancel', message: 'Richiami lunedì.' }]);
  });

  test('says beforehand who gets a message and who must be called', () => {
    const cancelled = decisionsOf([one, two], decideForAll([one, two], {}, 'cancel'), '');
    expect(planOf(cancelled, true)).toMatchObject({ cancel: 2, told: 1, toCall: 1 });
    expect(planOf(cancelled, false)).toMatchObject({ cancel: 2, told: 0, toCall: 0 });
    expect(planOf(decisionsOf([one, two], decideForAll([one, two], {}, 'leave'), ''), true)).toMatchObject({ leave: 2, told: 0, toCall: 0 });
  });
});
