import { ApiProblem } from '@sportello/contract';
import { describe, expect, it } from 'vitest';
import { question } from './booking.fixture.ts';
import { refusedFields, refusedOn, stepOfField } from './refusals.ts';

function refusal(...fields: string[]) {
  const errors = fields.map((field) => ({ field, detail: `mend ${field}` }));
  return new ApiProblem(422, { type: 'https://example.org/problems/validation', title: '', status: 422, detail: '', instance: '', errors }, null);
}

describe('what the API would not take', () => {
  it('stands beside the field where it was typed', () => {
    expect(refusedFields(refusal('/person/phone', '/on_behalf_of/relation'), [])).toEqual({ 'person/phone': 'mend /person/phone', 'on_behalf_of/relation': 'mend /on_behalf_of/relation' });
  });

  it('of an answer stands beside its question, whatever was left unanswered', () => {
    const answered = [question({ id: 'b' }), question({ id: 'd' })];
    expect(refusedFields(refusal('/answers/1/value'), answered)).toEqual({ 'answers/d': 'mend /answers/1/value' });
    expect(refusedFields(refusal('/answers/0/question_id'), answered)).toEqual({ 'answers/b': 'mend /answers/0/question_id' });
    expect(refusedFields(refusal('/answers'), answered)).toEqual({ answers: 'mend /answers' });
  });

  it('of the postal code, which is not typed, stands beside the locality', () => {
    expect(refusedFields(refusal('/home_address/postal_code'), [])).toEqual({ 'home_address/locality': 'mend /home_address/postal_code' });
  });

  it('is nothing when the refusal is of another kind', () => {
    expect(refusedFields(new ApiProblem(0, null, null), [])).toEqual({});
    expect(refusedFields(new Error('x'), [])).toEqual({});
  });

  it.each([
    ['person/email', 'person'],
    ['home_address/street', 'person'],
    ['on_behalf_of', 'person'],
    ['topic', 'details'],
    ['answers/q-1', 'details'],
    ['answers', 'details'],
    ['privacy_notice_version', 'start'],
    ['hold_id', 'summary'],
  ])('%s is mended on the step %s', (field, step) => {
    expect(stepOfField(field)).toBe(step);
  });

  it('is shown on its own step only', () => {
    expect(refusedOn('details', { topic: 'a', 'person/email': 'b' })).toEqual({ topic: 'a' });
  });
});
