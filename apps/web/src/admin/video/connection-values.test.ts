import { expect, test } from 'vitest';
import { it } from '../../messages/video-connection.it.ts';
import { mistakesIn, requestOf, valuesOf } from './connection-values.ts';

const kept = { provider: 'bigbluebutton', settings: { host: 'bbb.example.org', hash: 'sha512' } } as const;

test('a form begins with what is kept of that vendor, without its secret', () => {
  expect(valuesOf(kept, 'bigbluebutton')).toMatchObject({ host: 'bbb.example.org', hash: 'sha512', secret: '' });
  expect(valuesOf(kept, 'jitsi')).toMatchObject({ host: '', algorithm: 'HS256' });
});

test('a secret that is left empty is not sent, and is missed only where none is kept', () => {
  const values = valuesOf(kept, 'bigbluebutton');
  expect(requestOf('bigbluebutton', values)).toEqual({ provider: 'bigbluebutton', host: 'bbb.example.org', hash: 'sha512' });
  expect(mistakesIn('bigbluebutton', values, true, it.choose)).toEqual({});
  expect(mistakesIn('bigbluebutton', values, false, it.choose)).toEqual({ secret: it.choose.secretMissing });
});

test('each vendor is sent its own fields', () => {
  const values = { ...valuesOf(kept, 'jitsi'), host: ' meet.example.org ', client_id: 'c', app_id: 'a', key_id: 'k', secret: 's', client_secret: 't' };
  expect(requestOf('gotomeeting', values)).toEqual({ provider: 'gotomeeting', client_id: 'c', client_secret: 't' });
  expect(requestOf('jitsi', values)).toEqual({ provider: 'jitsi', host: 'meet.example.org', app_id: 'a', algorithm: 'HS256', secret: 's' });
  expect(requestOf('jitsi', { ...values, algorithm: 'RS256' })).toMatchObject({ key_id: 'k' });
});

test('what is missing is said field by field', () => {
  expect(Object.keys(mistakesIn('jitsi', { ...valuesOf(kept, 'jitsi'), algorithm: 'RS256' }, false, it.choose))).toEqual(['host', 'app_id', 'key_id', 'secret']);
  expect(Object.keys(mistakesIn('gotomeeting', valuesOf(kept, 'gotomeeting'), true, it.choose))).toEqual(['client_id']);
});
