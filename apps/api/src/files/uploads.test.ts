import { expect, test } from 'vitest';
import { countUploads } from './uploads.ts';

/** A work that ends when it is told to. */
function slow() {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { work: () => promise, end: () => resolve('kept') };
}

test('nobody takes all the places by sending slowly, and who has ended leaves theirs to others', async () => {
  const uploads = countUploads();
  const ofOne = Array.from({ length: 4 }, slow);
  const running = ofOne.map(({ work }) => uploads('one', work));
  await expect(uploads('one', async () => 'a fifth')).rejects.toThrow('too-many-requests');
  expect(await uploads('another', async () => 'at once')).toBe('at once');
  ofOne[0]?.end();
  await running[0];
  expect(await uploads('one', async () => 'again')).toBe('again');
  for (const { end } of ofOne) end();
  expect(await Promise.all(running)).toEqual(Array(4).fill('kept'));
});

test('a thirteenth of different people is told to come back', async () => {
  const uploads = countUploads();
  const twelve = Array.from({ length: 12 }, slow);
  const running = twelve.map(({ work }, index) => uploads(`client ${index}`, work));
  await expect(uploads('one more', async () => 'x')).rejects.toThrow('service-unavailable');
  for (const { end } of twelve) end();
  await Promise.all(running);
  expect(await uploads('one more', async () => 'x')).toBe('x');
});

test('what fails gives its place back', async () => {
  const uploads = countUploads();
  for (let tries = 0; tries < 20; tries++) await expect(uploads('one', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});
