import { listOffices, listServices, showService } from '@sportello/contract';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Written from './written-answers.ts';

const written = { '/offices': { items: [] }, '/services/tari': { slug: 'tari' }, '/services': { items: ['all'] } };
let writtenAnswer: typeof Written.writtenAnswer;

beforeEach(async () => {
  vi.stubGlobal('document', { getElementById: (id: string) => (id === 'answers' ? { textContent: JSON.stringify(written) } : null) });
  vi.resetModules();
  ({ writtenAnswer } = await import('./written-answers.ts'));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('an answer in the page is good for the first question', () => {
  expect(writtenAnswer(listOffices, { querystring: { cursor: '' } }, 'it')).toEqual(written['/offices']);
  expect(writtenAnswer(listOffices, { querystring: { cursor: '' } }, 'it')).toBeUndefined();
});

test('it is found by the address that is asked, its parameter filled in', () => {
  expect(writtenAnswer(showService, { params: { id: 'tari' } }, 'it')).toEqual(written['/services/tari']);
  expect(writtenAnswer(showService, { params: { id: 'imu' } }, 'it')).toBeUndefined();
});

test('a narrower question, or one in another language, is asked of the server', () => {
  expect(writtenAnswer(listServices, { querystring: { q: 'rifiuti' } }, 'it')).toBeUndefined();
  expect(writtenAnswer(listServices, {}, 'en')).toBeUndefined();
});

test('a page without answers asks for everything', () => {
  vi.stubGlobal('document', { getElementById: () => null });
  expect(writtenAnswer(listOffices, {}, 'it')).toBeUndefined();
});
