import { type Problem, type ProblemName, problems } from '@sportello/contract';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';

/** The answer is this problem of the catalogue, whole (RFC 9457); answers with its body. */
export function expectProblem(answer: LightMyRequestResponse, name: ProblemName): Problem {
  const { status } = problems[name];
  const said = { name: answer.headers['content-type']?.includes('json') ? answer.json<Problem>().type?.split('/').at(-1) : answer.body, status: answer.statusCode };
  expect({ ...said, body: answer.body }).toMatchObject({ name, status });
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.headers['cache-control']).toBe('no-store');
  const body = answer.json<Problem>();
  expect(body).toMatchObject({ type: expect.stringMatching(new RegExp(`^https?://.+/problems/${name}$`)), status, title: expect.stringMatching(/\w/), detail: expect.stringMatching(/\w/), instance: expect.stringMatching(/^[\w-]{8,}$/) });
  return body;
}

/** The answer says of exactly these fields that they are not right. */
export function expectInvalid(answer: LightMyRequestResponse, ...fields: string[]): void {
  const { errors = [] } = expectProblem(answer, 'validation');
  expect(errors.map(({ field }) => field).toSorted()).toEqual(fields.toSorted());
  for (const { detail } of errors) expect(detail).toMatch(/\w/);
}
