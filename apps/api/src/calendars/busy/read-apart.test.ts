import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readApart } from './read-apart.ts';

const question = { timeZone: 'Europe/Rome', today: '2026-12-01', ownHost: 'example.org' };
const never = new AbortController().signal;
const file = (...lines: string[]) => Buffer.from(`BEGIN:VCALENDAR\r\n${lines.map((line) => `${line}\r\n`).join('')}END:VCALENDAR\r\n`);
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];

test('a file is read in a thread of its own', async () => {
  const times = [{ startsAt: Date.parse('2026-12-01T09:00:00Z'), endsAt: Date.parse('2026-12-01T10:00:00Z') }];
  expect(await readApart(file(...event('DTSTART:20261201T090000Z', 'DURATION:PT1H')), question, {}, never)).toEqual({ ok: true, times });
  expect(await readApart(Buffer.from([0xff, 0xfe, 0, 1]), question, {}, never)).toEqual({ ok: false, failure: 'not-a-calendar' });
});

test('one that never ends is ended, and nobody waits for it meanwhile', async () => {
  const endless = file(...event('UID:a', 'DTSTART:20261201T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30'));
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 10);
  expect(await readApart(endless, question, { readMs: 500 }, never)).toEqual({ ok: false, failure: 'too-large' });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(10);
});

test('one that takes more memory than there is ends its thread, not the process', async () => {
  const many = file(...Array.from({ length: 40_000 }, (_, index) => event(`UID:${index}`, 'DTSTART:20261201T000000Z', 'RRULE:FREQ=DAILY').join('\r\n')));
  expect(await readApart(many, question, { mostMegabytes: 8 }, never)).toEqual({ ok: false, failure: 'too-large' });
});

test('reading ends at once when it is to end', async () => {
  const ending = new AbortController();
  const reading = readApart(file(...event('UID:a', 'DTSTART:20261201T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30')), question, {}, ending.signal);
  await delay(100);
  ending.abort();
  await expect(reading).rejects.toThrow('aborted');
});
