import { expect, it } from 'vitest';
import { heardAt, loudness } from './hear-level.ts';

const tone = (volume: number) => Float32Array.from({ length: 1024 }, (_, at) => volume * Math.sin(at / 5));

it('silence is nothing, a whisper little, a voice well', () => {
  expect(heardAt(loudness(tone(0)))).toBe('nothing');
  expect(heardAt(loudness(tone(0.01)))).toBe('little');
  expect(heardAt(loudness(tone(0.2)))).toBe('well');
});

it('the level stays between none and full', () => {
  expect(loudness(new Float32Array(0))).toBe(0);
  expect(loudness(tone(1))).toBeLessThanOrEqual(1);
});
