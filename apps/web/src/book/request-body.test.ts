import { describe, expect, it } from 'vitest';
import { ada, bookable, question, way } from './booking.fixture.ts';
import { answeredQuestions, requestBody } from './request-body.ts';

const request = { holdId: 'h-1', bookable, language: 'it', notice: 'v1', typed: ada } as const;

describe('the request that is sent', () => {
  it('says what was typed, and the name of the service where no other reason was given', () => {
    expect(requestBody(request)).toMatchObject({ hold_id: 'h-1', topic: 'SCIA', details: '', on_behalf_of: null, home_address: null, privacy_notice_version: 'v1', person: { given_name: 'Ada', email: 'ada@example.org' } });
  });

  it('tidies a tax code', () => {
    expect(requestBody({ ...request, typed: { ...ada, 'person/tax_code': ' rss daa ' } }).person.tax_code).toBe('RSSDAA');
  });

  it('leaves out what belongs to a choice that was changed since', () => {
    const typed = { ...ada, 'on_behalf_of/kind': 'none', 'on_behalf_of/name': 'Bar Sport', 'on_behalf_of/relation': 'helper', 'home_address/street': 'Via Roma 1', 'answers/old': 'x' };
    expect(requestBody({ ...request, typed })).toMatchObject({ on_behalf_of: null, home_address: null, answers: [] });
  });

  it('carries the postal code of the comune for a visit at home', () => {
    const typed = { ...ada, 'home_address/street': 'Via Roma 1', 'home_address/locality': 'Vinchio' };
    expect(requestBody({ ...request, bookable: { ...bookable, way: way({ channel: 'home' }) }, typed }).home_address).toEqual({ street: 'Via Roma 1', postal_code: '14047', locality: 'Vinchio', notes: '' });
  });

  it('carries the answers in the order of the questions, each as its kind', () => {
    const questions = [question({ id: 'a' }), question({ id: 'b', kind: 'yes_no' }), question({ id: 'c', kind: 'file' }), question({ id: 'd' })];
    const typed = { ...ada, 'answers/d': ' testo ', 'answers/b': 'false', 'answers/c': 'x', 'answers/a': ' ' };
    expect(answeredQuestions(questions, typed).map(({ id }) => id)).toEqual(['b', 'c', 'd']);
    expect(requestBody({ ...request, bookable: { ...bookable, way: way({ questions }) }, typed }).answers).toEqual([
      { question_id: 'b', value: false },
      { question_id: 'c', value: 'x' },
      { question_id: 'd', value: 'testo' },
    ]);
  });

  it('says for whom', () => {
    const typed = { ...ada, 'on_behalf_of/kind': 'company', 'on_behalf_of/name': 'Bar Sport', 'on_behalf_of/relation': 'professional' };
    expect(requestBody({ ...request, typed }).on_behalf_of).toEqual({ kind: 'company', name: 'Bar Sport', tax_code: '', relation: 'professional' });
  });
});
