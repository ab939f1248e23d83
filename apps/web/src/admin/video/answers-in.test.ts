import { expect, test } from 'vitest';
import { answersIn } from './answers-in.ts';

test.each([
  ['?code=a&state=b', { are: 'given', code: 'a', state: 'b' }],
  ['?error=access_denied&state=b', { are: 'denied' }],
  ['?code=a', { are: 'missing' }],
  ['', { are: 'missing' }],
])('%j is read for what it says', (query, answers) => expect(answersIn(query)).toEqual(answers));
