import { expect, it } from 'vitest';
import { manage } from '../../messages/manage.ts';
import { checkLinkWish } from './check-link-wish.ts';

const texts = manage.it.findLink;
const email = 'ada@example.org';

it.each(['K7QM-3XRT', 'k7qm3xrt', ' k7qm 3xrt ', 'K7QM–3XRT'])('takes the code as it was typed: %s', (code) => {
  expect(checkLinkWish({ code, email: ` ${email} ` }, texts)).toEqual({ wish: { code: 'K7QM-3XRT', email } });
});

it.each([
  ['', email, { code: texts.codeMissing }],
  ['K7QM', email, { code: texts.codeWrong }],
  ['K7QM-3XR0', email, { code: texts.codeWrong }],
  ['K7QM-3XRT', '', { email: texts.emailMissing }],
  ['K7QM-3XRT', 'ada@', { email: texts.emailWrong }],
  [' ', 'ada', { code: texts.codeMissing, email: texts.emailWrong }],
])('says what to mend in "%s" and "%s"', (code, typed, errors) => {
  expect(checkLinkWish({ code, email: typed }, texts)).toEqual({ errors });
});
