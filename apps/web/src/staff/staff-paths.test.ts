import { describe, expect, it } from 'vitest';
import { isDoor, safeReturn, staffPaths } from './staff-paths.ts';

describe('after the sign-in', () => {
  it.each(['/scrivania', '/scrivania?giorno=2026-12-03', '/unione/registro?azione=reveal#x', '/scrivania/profilo'])('the person comes back to %s', (path) => {
    expect(safeReturn(path)).toBe(path);
  });

  it.each([null, '', 'https://example.org/scrivania', '//example.org', '/\\example.org', '/scrivania\\..\\', '/prenota', '/scrivaniax', 'scrivania', '/scrivania/accesso?torna=x', '/scrivania/benvenuto/', 'javascript:alert(1)'])(
    'nobody is led to %j',
    (path) => {
      expect(safeReturn(path)).toBe('/scrivania');
    },
  );
});

it('the doors need no session, all other pages do', () => {
  expect(['/scrivania/accesso', '/scrivania/benvenuto/', '/scrivania/password-dimenticata'].every(isDoor)).toBe(true);
  expect(['/scrivania', '/scrivania/secondo-fattore', '/unione/personale'].some(isDoor)).toBe(false);
});

it('an address carries what it shows', () => {
  expect(staffPaths.desk({ day: '2026-12-03', officeId: 'a b' })).toBe('/scrivania?giorno=2026-12-03&ufficio=a+b');
  expect(staffPaths.desk({ calendar: 'mia' })).toBe('/scrivania?agenda=mia');
  expect(staffPaths.comparePeople('x1', 'x2')).toBe('/scrivania/persone/x1/doppioni/x2');
  expect(staffPaths.moveAppointment('x1')).toBe('/scrivania/prenota?sposta=x1');
  expect(staffPaths.signIn('/unione/registro?azione=reveal')).toBe('/scrivania/accesso?torna=%2Funione%2Fregistro%3Fazione%3Dreveal');
});
