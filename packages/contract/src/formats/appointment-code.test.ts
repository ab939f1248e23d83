import { describe, expect, it, test } from 'vitest';
import { formatAppointmentCode, makeAppointmentCode, parseAppointmentCode } from './appointment-code.ts';

describe('a typed code', () => {
  test.each([
    'K7QM-3XRT',
    'k7qm-3xrt',
    'K7QM3XRT',
    'K7QM 3XRT',
    '  k7qm - 3xrt\n',
    'K 7 Q M 3 X R T',
    'K7QM\u20113XRT',
    'K7QM\u20133XRT',
    'K7QM\u00a03XRT',
  ])('%j means K7QM-3XRT', (typed) => {
    expect(parseAppointmentCode(typed)).toBe('K7QM-3XRT');
  });

  test.each([
    '',
    '-',
    'K7QM-3XR',
    'K7QM-3XRTT',
    'K7QM-3XR0',
    'K7QM-3XR1',
    'K7QM-3XRI',
    'K7QM-3XRL',
    'K7QM-3XRO',
    'K7QM-3XRU',
    'K7QM_3XRT',
    'K7QM.3XRT',
    'K7QM-3XR\u017f', // a long s, S in upper case
    'K7QM-3X\ufb06', // a ligature, ST in upper case
    'K7QM-3XR\u0000',
    '../K7QM3X',
    'A'.repeat(100_000),
  ])('%j is no code', (typed) => {
    expect(parseAppointmentCode(typed)).toBeNull();
  });
});

describe('a new code', () => {
  it('is written in two groups of four', () => {
    expect(formatAppointmentCode('K7QM3XRT')).toBe('K7QM-3XRT');
    expect(makeAppointmentCode(bytesFrom([0, 1, 2, 3, 4, 5, 28, 29]))).toBe('ABCD-EF89');
  });

  it('can be typed back', () => {
    for (let count = 0; count < 1000; count += 1) {
      const code = makeAppointmentCode(notVeryRandomBytes);
      expect(code).toMatch(/^[ABCDEFGHJKMNPQRSTVWXYZ2-9]{4}-[ABCDEFGHJKMNPQRSTVWXYZ2-9]{4}$/);
      expect(parseAppointmentCode(code.toLowerCase().replace('-', ''))).toBe(code);
    }
  });

  it('passes over the bytes that would favour some letters', () => {
    expect(makeAppointmentCode(bytesFrom([240, 255, 239, 0, 250, 30, 60, 90, 120, 150, 180, 210]))).toBe('9AAA-AAAA');
  });

  it('uses every character as often as any other', () => {
    const everyByte = [...Array(256).keys()];
    const codes = makeAppointmentCodes(bytesFrom(everyByte), 30);
    const uses = new Map<string, number>();
    for (const character of codes.join('').replaceAll('-', '')) uses.set(character, (uses.get(character) ?? 0) + 1);
    expect(uses.size).toBe(30);
    expect(new Set(uses.values())).toEqual(new Set([8]));
  });
});

function makeAppointmentCodes(source: (length: number) => Uint8Array, count: number): string[] {
  return Array.from({ length: count }, () => makeAppointmentCode(source));
}

/** Hands out the given bytes in order, as a source of random bytes would. */
function bytesFrom(bytes: number[]): (length: number) => Uint8Array {
  let used = 0;
  return (length) => {
    used += length;
    return Uint8Array.from(bytes.slice(used - length, used));
  };
}

let seed = 1;

/** The same bytes in each run, spread like random ones (a linear congruential generator). */
function notVeryRandomBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(seed / 65_536) % 256;
  });
}
