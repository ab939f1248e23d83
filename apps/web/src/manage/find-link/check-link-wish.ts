import { isEmail, normalizeEmail, parseAppointmentCode } from '@sportello/contract';

export interface LinkWish {
  readonly code: string;
  readonly email: string;
}

interface Texts {
  readonly codeMissing: string;
  readonly codeWrong: string;
  readonly emailMissing: string;
  readonly emailWrong: string;
}

/** What was typed, ready to send; or what is wrong with it, by field. */
export function checkLinkWish(typed: LinkWish, texts: Texts): { readonly wish: LinkWish } | { readonly errors: Readonly<Record<string, string>> } {
  const code = parseAppointmentCode(typed.code);
  const email = normalizeEmail(typed.email);
  const errors = {
    ...(code === null && { code: typed.code.trim() === '' ? texts.codeMissing : texts.codeWrong }),
    ...(!isEmail(email) && { email: email === '' ? texts.emailMissing : texts.emailWrong }),
  };
  return code === null || Object.keys(errors).length > 0 ? { errors } : { wish: { code, email } };
}
