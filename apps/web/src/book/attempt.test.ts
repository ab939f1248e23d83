import { expect, it } from 'vitest';
import { attemptOf } from './attempt.ts';

it('asking again for the same is the same attempt, for something else another one', () => {
  const first = attemptOf('{"starts_at":"10:00"}', null);
  expect(attemptOf('{"starts_at":"10:00"}', first)).toBe(first);
  expect(attemptOf('{"starts_at":"11:00"}', first).key).not.toBe(first.key);
});
