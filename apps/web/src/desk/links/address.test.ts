import { expect, it } from 'vitest';
import { calendarLinks } from '../../messages/calendar-links.ts';
import { mistakeInAddress } from './address.ts';

const texts = calendarLinks.it.busy;

it.each([
  ['https://calendar.google.com/calendar/ical/ufficio/private-abc/basic.ics', null],
  ['  http://example.org/x.ics ', null],
  ['webcal://p01.example.org/published/2/abc', null],
  ['HTTPS://example.org:8443/a?b=c', null],
  ['', texts.missing],
  ['   ', texts.missing],
  ['calendar.google.com/basic.ics', texts.noScheme],
  ['ftp://example.org/x.ics', texts.noScheme],
  ['ufficio@example.org', texts.noScheme],
  ['http://', texts.noHost],
  ['https:///x.ics', texts.noHost],
  ['https://?x', texts.noHost],
  ['https://[x/', texts.noHost],
  ['https://example.org/x.ics https://example.org/y.ics', texts.spaces],
  [`https://example.org/${'x'.repeat(2000)}`, texts.tooLong],
])('of %j is said: %s', (address, said) => {
  expect(mistakeInAddress(address, texts)).toBe(said);
});
