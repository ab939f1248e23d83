import type { MailServer } from '@sportello/contract';
import { describe, expect, test } from 'vitest';
import { it } from '../../messages/mail-server.it.ts';
import { isPasswordKept, mistakesIn, requestOf, testOf, valuesOf, withSecurity } from './mail-values.ts';
import { providerHint } from './provider-hint.ts';

const kept: MailServer = {
  in_force: 'union', host: 'smtps.example.org', port: 465, security: 'tls', user: 'sportello@example.org', has_password: true, sender_name: null,
  sender_address: 'sportello@example.org', reply_to: null, private_hosts: [], changed_at: null, revision: 3, waiting_count: 0,
};

test('the form begins with what is kept, without the password', () => {
  expect(valuesOf(kept)).toEqual({ host: 'smtps.example.org', security: 'tls', port: '465', user: 'sportello@example.org', password: '', sender_address: 'sportello@example.org', sender_name: '', reply_to: '' });
});

test('a password that is left empty is not sent, and is missed for another server or user', () => {
  const values = valuesOf(kept);
  expect(requestOf(values, 3)).toEqual({ revision: 3, host: 'smtps.example.org', port: 465, security: 'tls', user: 'sportello@example.org', sender_address: 'sportello@example.org' });
  expect(isPasswordKept(kept, values)).toBe(true);
  for (const change of [{ host: 'mail.example.com' }, { port: '587' }, { user: 'other@example.org' }]) expect(isPasswordKept(kept, { ...values, ...change })).toBe(false);
  expect(mistakesIn({ ...values, host: 'mail.example.com' }, false, it.form.missing)).toEqual({ password: it.form.missing.password });
});

test('a server without a sign-in gets no password', () => {
  expect(testOf({ ...valuesOf(kept), user: ' ', password: 'typed by mistake' }, ' anna@example.org ')).toEqual({ host: 'smtps.example.org', port: 465, security: 'tls', sender_address: 'sportello@example.org', recipient: 'anna@example.org' });
});

test('another encryption brings its usual port, unless another one was chosen', () => {
  expect(withSecurity(valuesOf(kept), 'starttls')).toEqual({ security: 'starttls', port: '587' });
  expect(withSecurity({ ...valuesOf(kept), port: '2525' }, 'starttls')).toEqual({ security: 'starttls' });
});

describe('what is known of a provider', () => {
  test.each([
    ['smtps.aruba.it', 'aruba'],
    ['smtps.pec.aruba.it', 'pec'],
    ['sendm.cert.legalmail.it', 'pec'],
    ['SMTP.gmail.com', 'gmail'],
    ['smtp.office365.com', 'microsoft'],
    ['notaruba.it', null],
    ['mail.specialeimpresa.it', null],
    ['', null],
  ])('%s: %s', (host, hint) => expect(providerHint(host)).toBe(hint));
});
