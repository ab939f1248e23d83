import { ApiProblem, type Problem } from '@sportello/contract';
import { describe, expect, it } from 'vitest';
import { it as texts } from './messages/common.it.ts';
import { fieldErrorsOf, sayTrouble, troubleOf } from './trouble.ts';

function answered(status: number, members: Partial<Problem> = {}, retryAfter: number | null = null): ApiProblem {
  return new ApiProblem(status, { type: 'x/problems/x', title: 'Titolo', status, detail: 'Spiegazione.', instance: 'req-7', ...members }, retryAfter);
}

describe('what a person is told', () => {
  it.each([
    ['no connection', new ApiProblem(0, null, null), 'offline'],
    ['an unknown page', answered(404), 'missing'],
    ['a database that cannot answer', answered(503), 'unavailable'],
    ['a proxy without a server behind it', new ApiProblem(502, null, null), 'unavailable'],
    ['code that an update took away', new TypeError('Failed to fetch dynamically imported module: /assets/x.js'), 'outdated'],
    ['a bug of the site', new Error('x is undefined'), 'broken'],
    ['an answer that is no problem document', new ApiProblem(418, null, null), 'broken'],
  ])('of %s', (_, error, kind) => {
    expect(troubleOf(error).kind).toBe(kind);
    expect(sayTrouble(troubleOf(error), texts.trouble).text).not.toBe('');
  });

  it('names the request when something broke on the server', () => {
    expect(troubleOf(answered(500))).toEqual({ kind: 'broken', requestNumber: 'req-7' });
  });

  it('says how long to wait', () => {
    expect(sayTrouble(troubleOf(answered(429, {}, 12)), texts.trouble).text).toContain('12 secondi');
  });

  it('repeats a refusal in the words of the API', () => {
    expect(sayTrouble(troubleOf(answered(409)), texts.trouble)).toMatchObject({ title: 'Titolo', text: 'Spiegazione.' });
  });

  it('puts what is wrong with a field beside the field', () => {
    expect(fieldErrorsOf(answered(422, { errors: [{ field: '/text', detail: 'Scrivi qualcosa.' }] }))).toEqual({ text: 'Scrivi qualcosa.' });
    expect(fieldErrorsOf(new Error('x'))).toEqual({});
  });
});
