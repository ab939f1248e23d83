import { describe, expect, test } from 'vitest';
import { ProblemError } from '../http/problems.ts';
import { hashPassword, isHashOutdated, judgePassword, verifyPassword } from './passwords.ts';

const context = { email: 'nicolo.ferraris@comune.example.org', givenName: 'Nicolò', familyName: 'Ferraris', unionName: 'Unione Collinare Valtiglione e dintorni' };

function refusalOf(password: string): string | null {
  try {
    judgePassword('/new_password', password, context);
    return null;
  } catch (error) {
    const [first] = error instanceof ProblemError ? (error.members.errors ?? []) : [];
    expect(first?.field).toBe('/new_password');
    expect(first?.detail.it).toMatch(/\w/);
    return first?.detail.en ?? 'no reason';
  }
}

describe('a password may be', () => {
  test.each([
    ['four random words', 'cavallo batteria graffetta giusta'],
    ['twelve characters of any kind', 'tz%q9!Lw#e2x'],
    ['digits alone', '830174629053'],
    ['two hundred characters', 'corretto cavallo '.repeat(11) + 'fine della fi'],
    ['letters of any script', 'пароль пекарня'],
    ['pictures', '🐎🔋📎🍇🐟🚲🌋🎻🧭🪁🦔🫐'],
  ])('%s', (_, password) => {
    expect(refusalOf(password)).toBeNull();
  });
});

describe('a password may not be', () => {
  test.each([
    ['shorter than twelve characters', 'tz%q9!Lw#e2', /at least 12/],
    ['eleven pictures, though they are more than twelve units', '🐎🔋📎🍇🐟🚲🌋🎻🧭🪁🦔', /at least 12/],
    ['longer than two hundred', 'x'.repeat(100) + 'y'.repeat(101), /at most 200/],
    ['one of the common list', 'qwerty123456', /first that are tried/],
    ['a common one in capitals', 'QwErTy123456', /first that are tried/],
    ['a common word with digits around it', '2026football!!', /first that are tried/],
    ['one character again and again', 'aaaaaaaaaaaaaa', /first that are tried/],
    ['a word said twice', 'cavallo!cavallo!', /first that are tried/],
    ['digits in a row', '123456789012345', /first that are tried/],
    ['letters in a row, backwards', 'zyxwvutsrqponm', /first that are tried/],
    ['the e-mail address', 'nicolo.ferraris@comune.example.org', /your name/],
    ['built on the given name, without its accent', 'nicolo e il cavallo', /your name/],
    ['built on the family name, in capitals', 'FERRARIS-cavallo-99', /your name/],
    ['built on the name of the union', 'valtiglione-grande-88', /your name/],
    ['built on the name of the product', 'SPORTELLO grande 88', /your name/],
  ])('%s', (_, password, reason) => {
    expect(refusalOf(password)).toMatch(reason);
  });

  test('common in disguise: full-width letters are the same letters', () => {
    expect(refusalOf('ｑｗｅｒｔｙ１２３４５６')).toMatch(/first that are tried/);
  });
});

describe('a kept password', () => {
  test('is known again, also when the keyboard writes its letters another way', async () => {
    const hash = await hashPassword('caffè con la cannella');
    expect(await verifyPassword('caffe\u0300 con la cannella', hash)).toBe(true);
    expect(await verifyPassword('caffe con la cannella', hash)).toBe(false);
    expect(await verifyPassword('Caffè con la cannella', hash)).toBe(false);
  });

  test('says at what cost it was hashed, and has a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword('cavallo batteria'), hashPassword('cavallo batteria')]);
    expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(isHashOutdated(one)).toBe(false);
  });

  test('that was hashed at a lower cost is known too, and is to be hashed again', async () => {
    const cheap = '$scrypt$ln=4,r=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$drq5ZmLSLZi_wgg5uOhVLEgJYMKWDz-D50UztOpKMI4';
    expect(isHashOutdated(cheap)).toBe(true);
    expect(await verifyPassword('cavallo batteria', cheap)).toBe(true);
    expect(await verifyPassword('cavallo graffetta', cheap)).toBe(false);
  });

  test('matches nothing where there is none', async () => {
    expect(await verifyPassword('cavallo batteria', null)).toBe(false);
  });

  test('that cannot be read matches nothing: it is a bug, not an open door', async () => {
    await expect(verifyPassword('cavallo batteria', '$scrypt$ln=4,r=1,p=1$c2FsdA$')).rejects.toThrow();
    await expect(verifyPassword('', '')).rejects.toThrow();
  });
});
