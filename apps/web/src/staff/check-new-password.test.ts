import { expect, it } from 'vitest';
import { staffDoor } from '../messages/staff-door.ts';
import { mistakeInNewPassword } from './check-new-password.ts';

const texts = staffDoor.it.newPassword;

it('a new password is long enough, and may be a sentence', () => {
  expect(mistakeInNewPassword('', texts)).toBe(texts.missing);
  expect(mistakeInNewPassword('corta', texts)).toBe(texts.short(7));
  expect(mistakeInNewPassword('undici caràt'.slice(0, 11), texts)).toBe(texts.short(1));
  expect(mistakeInNewPassword('il gatto dorme al sole', texts)).toBeNull();
  expect(mistakeInNewPassword('🐈'.repeat(11), texts)).toBe(texts.short(1));
});
