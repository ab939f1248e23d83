import { ApiProblem, fileRefusals, type Problem } from '@sportello/contract';
import { expect, test } from 'vitest';
import { it as texts } from '../messages/papers.it.ts';
import { refusalAfter, refusalBefore } from './refusal-of-paper.ts';

test.each([
  ['carta.pdf', 1000, null],
  ['FOTO.JPG', 1000, null],
  ['contratto.pdf.p7m', 1000, null],
  ['programma.exe', 1000, texts.reasons.type],
  ['senza-finale', 1000, texts.reasons.type],
  ['carta.pdf', 0, texts.reasons.empty],
  ['carta.pdf', 20 * 1024 * 1024, null],
  ['carta.pdf', 20 * 1024 * 1024 + 1, texts.reasons['too-large']],
])('%s of %i bytes is judged before it is sent', (name, size, refusal) => {
  expect(refusalBefore({ name, size }, texts)).toBe(refusal);
});

const problem = (status: number, name = 'x', reason?: string) => new ApiProblem(status, { type: `https://x/problems/${name}`, title: '', status, detail: '', instance: '', ...(reason && { reason }) } as Problem, null);

test('each reason of the server has its own words', () => {
  for (const reason of fileRefusals) expect(refusalAfter(problem(422, 'file-not-accepted', reason), texts).text).toBe(texts.reasons[reason]);
});

test('what may pass by itself can be tried again, what cannot is not offered', () => {
  for (const error of [problem(0), problem(503), problem(429), problem(500), new Error('x')]) expect(refusalAfter(error, texts).mayRetry).toBe(true);
  for (const error of [problem(413), problem(404), problem(409, 'hold-expired'), problem(422, 'file-not-accepted', 'malware')]) expect(refusalAfter(error, texts).mayRetry).toBe(false);
});
