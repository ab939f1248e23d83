import { showMe } from '@sportello/contract';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { queryClient } from '../api.ts';
import { answerSignInAgain, currentSignInAgain } from './sign-in-again.ts';
import { meKey, staffCall } from './staff-call.ts';

const renewal = '/api/v1/staff/session/renewal';
const session = '/api/v1/staff/session';
let asked: string[] = [];

/** The answers of the API in their order: 200, 204, or the name of a problem. */
function answering(...answers: readonly (200 | 204 | string)[]): void {
  const left = [...answers];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    const answer = left.shift() ?? 200;
    if (answer === 204) return Promise.resolve(new Response(null, { status: 204 }));
    const body = answer === 200 ? { id: 'ada' } : { type: `https://example.org/problems/${answer}`, status: 401 };
    return Promise.resolve(new Response(JSON.stringify(body), { status: answer === 200 ? 200 : 401, headers: { 'content-type': 'application/json' } }));
  });
}

beforeEach(() => {
  asked = [];
  queryClient.setQueryData(meKey, { id: 'ada' });
});

afterEach(() => {
  vi.unstubAllGlobals();
  queryClient.clear();
});

it('a token that is too old is renewed once, and the call repeated', async () => {
  answering('session-stale', 204, 200);
  await expect(staffCall(showMe, {})).resolves.toEqual({ id: 'ada' });
  expect(asked).toEqual([session, renewal, session]);
});

it('two calls share one renewal', async () => {
  answering('session-stale', 'session-stale', 204, 200, 200);
  await Promise.all([staffCall(showMe, {}), staffCall(showMe, {})]);
  expect(asked.filter((address) => address === renewal)).toHaveLength(1);
});

it('when the session is over the person signs in over the page, and the call is repeated', async () => {
  answering('session-stale', 'session-over', 200);
  const answer = staffCall(showMe, {});
  await vi.waitFor(() => expect(currentSignInAgain()).toEqual({ state: 'asked', reason: 'over' }));
  answerSignInAgain(true);
  await expect(answer).resolves.toEqual({ id: 'ada' });
});

it.each([
  // Without a session nothing can be saved, which stays in sight; who only did not confirm goes on working.
  { problem: 'session-over', reason: 'over', state: 'cancelled' },
  { problem: 'fresh-sign-in-needed', reason: 'fresh', state: 'settled' },
])('whoever closes the sign-in is told what the call was answered: $problem', async ({ problem, reason, state }) => {
  answering(problem);
  const answer = staffCall(showMe, {});
  await vi.waitFor(() => expect(currentSignInAgain()).toEqual({ state: 'asked', reason }));
  answerSignInAgain(false);
  await expect(answer).rejects.toMatchObject({ problemName: problem });
  expect(currentSignInAgain()).toEqual({ state });
});

it('nobody is asked who was not signed in', async () => {
  queryClient.clear();
  answering('session-needed');
  await expect(staffCall(showMe, {})).rejects.toMatchObject({ problemName: 'session-needed' });
});
