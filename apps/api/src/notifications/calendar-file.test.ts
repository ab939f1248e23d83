import { type AppointmentState, appointmentStates } from '@sportello/contract';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarDownload, calendarFile } from './calendar-file.ts';
import { messageContext } from './messages/context.fixture.ts';

const now = Date.parse('2026-11-21T20:15:30Z');
const organizer = { name: 'Unione di Prova', email: 'sportello@example.org' };
const attendee = { name: 'Ada Rossi', email: 'ada@example.org' };

/** The file as a real parser reads it. */
function opened(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const event = calendar.getFirstSubcomponent('vevent');
  if (!event) throw new Error('There is no event in the file');
  const value = (name: string) => String(event.getFirstPropertyValue(name));
  const instant = (name: string) => new Date(ICAL.Time.fromDateTimeString(value(name)).toUnixTime() * 1000).toISOString();
  return { method: calendar.getFirstPropertyValue('method'), event, value, instant };
}

function download(change: Parameters<typeof messageContext>[0] = {}) {
  return opened(calendarDownload(messageContext(change), organizer, now));
}

test('a download is an entry that invites nobody', () => {
  const { method, event, value, instant } = download({ sequence: 3 });
  expect(method).toBe('PUBLISH');
  expect(value('uid')).toBe('0199aaaa-0000-7000-8000-000000000001@sportello.example.org');
  expect(value('sequence')).toBe('3');
  expect(value('status')).toBe('CONFIRMED');
  expect(value('summary')).toBe('Informazioni su una SCIA – SUAP');
  expect(value('organizer')).toBe('mailto:sportello@example.org');
  expect(event.getAllProperties('attendee')).toEqual([]);
  expect([instant('dtstart'), instant('dtend')]).toEqual(['2026-12-03T09:00:00.000Z', '2026-12-03T09:30:00.000Z']);
  expect(instant('dtstamp')).toBe('2026-11-21T20:15:30.000Z');
  expect(event.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString()).toBe('-PT1H');
});

test.each(['REQUEST', 'CANCEL'] as const)('a mail says %s to the person that it goes to', (method) => {
  const file = opened(calendarFile(messageContext({ state: method === 'CANCEL' ? 'cancelled' : 'confirmed' }), { method, attendee }, organizer, now));
  expect(file.method).toBe(method);
  const invited = file.event.getFirstProperty('attendee');
  expect(String(invited?.getFirstValue()).toLowerCase()).toBe('mailto:ada@example.org');
  expect([invited?.getParameter('cn'), invited?.getParameter('partstat'), invited?.getParameter('rsvp')]).toEqual(['Ada Rossi', 'ACCEPTED', 'FALSE']);
});

const calendarStatus: Record<AppointmentState, string> = {
  held: 'TENTATIVE', pending: 'TENTATIVE', confirmed: 'CONFIRMED', arrived: 'CONFIRMED', in_progress: 'CONFIRMED', served: 'CONFIRMED',
  missed: 'CONFIRMED', cancelled: 'CANCELLED', refused: 'CANCELLED', expired: 'CANCELLED',
};

test.each(appointmentStates)('%s in a calendar', (state) => {
  const { method, event, value } = download({ state });
  const isOff = calendarStatus[state] === 'CANCELLED';
  expect(value('status')).toBe(calendarStatus[state]);
  expect(method).toBe(isOff ? 'CANCEL' : 'PUBLISH');
  expect(event.getAllSubcomponents('valarm')).toHaveLength(isOff ? 0 : 1);
});

test.each([
  ['the hour that does not exist in spring', '2026-03-29T03:30:00+02:00', '2026-03-29T01:30:00.000Z'],
  ['02:30 in autumn, the first time', '2026-10-25T02:30:00+02:00', '2026-10-25T00:30:00.000Z'],
  ['02:30 in autumn, the second time', '2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00.000Z'],
])('%s is one instant in every calendar', (_, written, expected) => {
  const startsAt = Date.parse(written);
  const { instant } = download({ startsAt, endsAt: startsAt + 1_800_000 });
  expect(instant('dtstart')).toBe(expected);
  expect(Date.parse(instant('dtend')) - Date.parse(instant('dtstart'))).toBe(1_800_000);
});

test('what is special in a calendar comes back as it was written', () => {
  const service = 'Uno, due; tre\\quattro\r\nEND:VEVENT';
  const place = { name: 'Sala "B"; piano 1, lato sud', address: 'Via di Prova 2', accessNotes: '' };
  const name = 'O\'Brien; "Zoë", Ìñigo\r\nATTENDEE:mailto:eve@example.org';
  const context = messageContext({ service, place, documents: 'Riga uno\n- due; tre, \u0007quattro' });
  const file = calendarFile(context, { method: 'REQUEST', attendee: { ...attendee, name } }, organizer, now);
  const { event, value } = opened(file);
  expect(value('summary')).toBe('Uno, due; tre\\quattro\nEND:VEVENT – SUAP');
  expect(value('location')).toBe('Sala "B"; piano 1, lato sud, Via di Prova 2');
  expect(value('description')).toContain('Riga uno\n- due; tre, quattro');
  expect(event.getAllProperties('attendee')).toHaveLength(1);
});

test('no line is longer than 75 octets, whatever the script, and each ends in CRLF', () => {
  const file = calendarDownload(messageContext({ service: '𠮷àß'.repeat(60) }), organizer, now);
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of file.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
  }
  expect(opened(file).value('summary')).toContain('𠮷àß'.repeat(60));
});

test('the secret of the link is in no calendar, nor where somebody lives or their number', () => {
  for (const channel of ['video', 'phone', 'desk', 'home'] as const) {
    const file = calendarDownload(messageContext({ channel }), organizer, now).replaceAll('\r\n ', '');
    expect(file).toContain('https://sportello.example.org/appuntamento/K7QM-3XRT');
    expect(file).not.toMatch(/#|Via Roma|3331234123/);
  }
});
