import { expect, test } from 'vitest';
import { asSendError } from './smtp-error.ts';

test.each([
  ['no such mailbox', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO', response: '550 5.1.1 unknown' }, 'permanent', 'rejected-address'],
  ['no such mailbox, in plain words', { responseCode: 550, command: 'RCPT TO', response: '550 No such user' }, 'permanent', 'rejected-address'],
  ['what is no address', { code: 'EENVELOPE' }, 'permanent', 'rejected-address'],
  ['an address that is busy', { responseCode: 451, command: 'RCPT TO', response: '451 greylisted' }, 'temporary', 'refused'],
  ['relaying denied, with a code', { responseCode: 554, command: 'RCPT TO', response: '554 5.7.1 denied' }, 'temporary', 'refused'],
  ['relaying denied, in words', { responseCode: 550, command: 'RCPT TO', response: '550 relay not permitted' }, 'temporary', 'refused'],
  ['a wrong password', { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'temporary', 'sign-in'],
  ['content that is not wanted', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'temporary', 'refused'],
  ['silence', { code: 'ETIMEDOUT', command: 'CONN' }, 'temporary', 'timeout'],
  ['an attempt that was ended', { code: 'EABORT' }, 'temporary', 'timeout'],
  ['a closed port', { code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, 'temporary', 'connection'],
  ['a connection that broke', { code: 'ECONNECTION' }, 'temporary', 'connection'],
  ['a bug', new TypeError('x is not a function'), 'temporary', 'unknown'],
  ['a thrown text', 'oh', 'temporary', 'unknown'],
  ['nothing', null, 'temporary', 'unknown'],
])('%s', (_, error, kind, failure) => {
  expect(asSendError(error)).toMatchObject({ kind, failure });
});

test('the log gets codes, never the words of the server', () => {
  const { hint, message } = asSendError({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO', response: '550 ada@example.org unknown' });
  expect(hint).toBe('EENVELOPE 550 RCPT TO');
  expect(message).not.toContain('ada');
});
