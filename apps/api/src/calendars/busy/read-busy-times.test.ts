import { describe, expect, test } from 'vitest';
import { readBusyTimes } from './read-busy-times.ts';

const zone = 'Europe/Rome';
const ownHost = 'sportello.example.org';

function event(...lines: string[]): string {
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT', ''].join('\r\n');
}

function calendar(...parts: string[]): string {
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Prova//IT\r\n${parts.join('')}END:VCALENDAR\r\n`;
}

/** Busy times from this day on, as `2026-12-01T08:00Z/2026-12-01T09:00Z`. */
function busy(text: string, today = '2026-10-01'): string[] | string {
  const answer = readBusyTimes(text, { timeZone: zone, today, ownHost });
  const instant = (at: number) => new Date(at).toISOString().replace(':00.000Z', 'Z');
  return answer.ok ? answer.times.map(({ startsAt, endsAt }) => `${instant(startsAt)}/${instant(endsAt)}`) : answer.failure;
}

const nine = ['DTSTART;TZID=Europe/Rome:20261201T090000', 'DTEND;TZID=Europe/Rome:20261201T100000'];
const atNine = ['2026-12-01T08:00Z/2026-12-01T09:00Z'];

describe('what is a calendar', () => {
  test.each([
    ['a page of the web', '<!DOCTYPE html>\n<html><body>BEGIN:VCALENDAR</body></html>'],
    ['nothing', ''],
    ['a card', 'BEGIN:VCARD\r\nFN:Ada\r\nEND:VCARD\r\n'],
    ['JSON', '{"BEGIN":"VCALENDAR"}'],
    ['a calendar that was cut off', calendar(event(...nine)).slice(0, -40)],
    ['an end that ends something else', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT\r\n'],
    ['a calendar with a page after it', `${calendar()}<html></html>`],
  ])('%s is none', (_, text) => expect(busy(text)).toBe('not-a-calendar'));

  test('one without events is one, and empty', () => expect(busy(calendar())).toEqual([]));

  test('lines may end in any way, be folded, and begin with a mark of their order', () => {
    const text = calendar(event('UID:a', 'DTSTART;TZID=Europe/\r\n Rome:20261201T0\r\n\t90000', 'DTEND;TZID=Europe/Rome:20261201T100000'));
    for (const one of [text, text.replaceAll('\r\n', '\n'), text.replaceAll('\r\n', '\r'), `\uFEFF${text}`, `\r\n${text}\r\n\r\n`, text.replaceAll('BEGIN', 'begin')]) expect(busy(one)).toEqual(atNine);
  });

  test('several may follow each other, and names of properties may be small', () => {
    expect(busy(calendar(event(...nine)) + calendar(event('dtstart:20261202T090000Z', 'dtend:20261202T093000Z')))).toEqual([...atNine, '2026-12-02T09:00Z/2026-12-02T09:30Z']);
  });

  test('a part that makes no sense does not spoil the others', () => {
    const broken = [event('DTSTART:yesterday'), event('UID:b'), event('DTSTART:20261201T090000Z', 'RRULE:FREQ=SOMETIMES'), event('RRULE:FREQ=DAILY'), event('DTSTART:20261201T090000Z', 'DTEND:20261201T080000Z')];
    expect(busy(calendar(...broken, event(...nine), 'a line of nothing\r\n'))).toEqual(atNine);
  });
});

describe('what takes time', () => {
  const taken = (...more: string[]) => busy(calendar(event('UID:a', ...nine, ...more)));

  test.each([['TRANSP:TRANSPARENT'], ['STATUS:CANCELLED'], ['X-MICROSOFT-CDO-BUSYSTATUS:FREE'], ['transp:transparent']])('%s does not', (line) => expect(taken(line)).toEqual([]));
  test.each([['TRANSP:OPAQUE'], ['STATUS:TENTATIVE'], ['X-MICROSOFT-CDO-BUSYSTATUS:OOF']])('%s does', (line) => expect(taken(line)).toEqual(atNine));

  test('an event that came from here does not, so that a feed that comes back closes nothing', () => {
    const uid = '019a5b2c-0000-7000-8000-000000000001';
    const from = (host: string) => busy(calendar(event(`UID:${uid}@${host}`, ...nine)));
    expect(from(ownHost)).toEqual([]);
    expect(from('example.org')).toEqual(atNine);
    expect(busy(calendar(event(`UID:incontro@${ownHost}`, ...nine)))).toEqual(atNine);
  });

  test('an alarm, a task and a note do not', () => {
    const alarm = 'BEGIN:VALARM\r\nTRIGGER:-PT10M\r\nDURATION:PT90M\r\nEND:VALARM';
    const task = 'BEGIN:VTODO\r\nDTSTART:20261203T090000Z\r\nDURATION:PT1H\r\nEND:VTODO\r\n';
    expect(busy(calendar(event('UID:a', ...nine, alarm), task))).toEqual(atNine);
  });

  test('a moment does not; times that overlap or touch are one', () => {
    const at = (from: string, to: string) => event(`DTSTART:20261201T${from}00Z`, `DTEND:20261201T${to}00Z`);
    expect(busy(calendar(event('DTSTART:20261201T070000Z'), at('0900', '1000'), at('0930', '1030'), at('1030', '1100'), at('1200', '1230')))).toEqual(['2026-12-01T09:00Z/2026-12-01T11:00Z', '2026-12-01T12:00Z/2026-12-01T12:30Z']);
  });

  test('busy times without events count too, those that say free do not', () => {
    const text = 'BEGIN:VFREEBUSY\r\nFREEBUSY:20261201T080000Z/20261201T090000Z,20261201T100000Z/PT30M\r\nFREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261202T080000Z/20261202T090000Z\r\nFREEBUSY;FBTYPE=FREE:20261203T080000Z/20261203T090000Z\r\nEND:VFREEBUSY\r\n';
    expect(busy(calendar(text))).toEqual([...atNine, '2026-12-01T10:00Z/2026-12-01T10:30Z', '2026-12-02T08:00Z/2026-12-02T09:00Z']);
  });
});

describe('clocks', () => {
  const at = (start: string) => busy(calendar(event(start, 'DURATION:PT1H')));

  test.each([
    ['UTC', 'DTSTART:20261201T080000Z'],
    ['a floating time, in the union’s zone', 'DTSTART:20261201T090000'],
    ['a zone by its name alone', 'DTSTART;TZID=Europe/Athens:20261201T100000'],
    ['a zone with a short name', 'DTSTART;TZID=CET:20261201T090000'],
    ['a zone in quotes', 'DTSTART;TZID="Europe/Rome":20261201T090000'],
    ['a zone at the end of a path', 'DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/Rome:20261201T090000'],
    ['a zone of Windows', 'DTSTART;TZID=W. Europe Standard Time:20261201T090000'],
    ['another zone of Windows', 'DTSTART;TZID=GTB Standard Time:20261201T100000'],
    ['a zone that nobody knows, as the union’s', 'DTSTART;TZID=Casa mia:20261201T090000'],
  ])('%s', (_, start) => expect(at(start)).toEqual(atNine));

  test('a zone that only the file defines', () => {
    const half = (kind: string, month: number, from: string, to: string, hour: string) =>
      `BEGIN:${kind}\r\nDTSTART:19700101T${hour}0000\r\nRRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU\r\nTZOFFSETFROM:${from}\r\nTZOFFSETTO:${to}\r\nEND:${kind}\r\n`;
    const definition = `BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\n${half('STANDARD', 10, '+0200', '+0100', '03')}${half('DAYLIGHT', 3, '+0100', '+0200', '02')}END:VTIMEZONE\r\n`;
    const local = (day: string) => event(`DTSTART;TZID=Customized Time Zone:${day}T090000`, 'DURATION:PT1H');
    expect(busy(calendar(definition, local('20261201'), local('20270701')))).toEqual([...atNine, '2027-07-01T07:00Z/2027-07-01T08:00Z']);
  });

  test('a day is a day of the union, on the nights that are longer and shorter too', () => {
    const day = (...lines: string[]) => event(...lines);
    const text = calendar(day('DTSTART;VALUE=DATE:20261025', 'DTEND;VALUE=DATE:20261026'), day('DTSTART;VALUE=DATE:20270328'), day('DTSTART;VALUE=DATE:20270401', 'DTEND;VALUE=DATE:20270401'), day('DTSTART;VALUE=DATE:20270501', 'DURATION:P2D'));
    expect(busy(text)).toEqual(['2026-10-24T22:00Z/2026-10-25T23:00Z', '2027-03-27T23:00Z/2027-03-28T22:00Z', '2027-03-31T22:00Z/2027-04-01T22:00Z', '2027-04-30T22:00Z/2027-05-02T22:00Z']);
  });

  test('the hour that comes twice is the first one, the hour that is skipped is reckoned by the clock before', () => {
    const weekly = event('UID:a', 'DTSTART;TZID=Europe/Rome:20261018T023000', 'DTEND;TZID=Europe/Rome:20261018T024500', 'RRULE:FREQ=WEEKLY');
    const found = busy(calendar(weekly)) as string[];
    expect(found.slice(0, 3)).toEqual(['2026-10-18T00:30Z/2026-10-18T00:45Z', '2026-10-25T00:30Z/2026-10-25T00:45Z', '2026-11-01T01:30Z/2026-11-01T01:45Z']);
    expect(found.filter((time) => time.startsWith('2027-03-2') || time.startsWith('2027-04-04'))).toEqual(['2027-03-21T01:30Z/2027-03-21T01:45Z', '2027-03-28T01:30Z/2027-03-28T01:45Z', '2027-04-04T00:30Z/2027-04-04T00:45Z']);
  });

  test('a night shift lasts its eight hours, a duration of a day until the same hour', () => {
    const shift = event('UID:a', 'DTSTART;TZID=Europe/Rome:20261024T220000', 'DTEND;TZID=Europe/Rome:20261025T060000');
    const recurring = event('UID:b', 'DTSTART;TZID=Europe/Rome:20270320T220000', 'DTEND;TZID=Europe/Rome:20270321T060000', 'RRULE:FREQ=WEEKLY;COUNT=2');
    const whole = event('UID:c', 'DTSTART;TZID=Europe/Rome:20271030T120000', 'DURATION:P1D');
    expect(busy(calendar(shift, recurring, whole))).toEqual(['2026-10-24T20:00Z/2026-10-25T05:00Z', '2027-03-20T21:00Z/2027-03-21T05:00Z', '2027-03-27T21:00Z/2027-03-28T05:00Z', '2027-10-30T10:00Z/2027-10-31T11:00Z']);
  });
});

describe('what recurs', () => {
  const starts = (text: string, today?: string) => (busy(text, today) as string[]).map((time) => time.slice(0, 16));

  test('as Google writes it: exceptions, one that moved, one that was cancelled', () => {
    const text = calendar(
      'X-WR-TIMEZONE:Europe/Rome\r\n',
      event('UID:g@google.com', 'DTSTART;TZID=Europe/Rome:20261019T090000', 'DTEND;TZID=Europe/Rome:20261019T100000', 'RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20261130T225959Z;BYDAY=MO,WE', 'EXDATE;TZID=Europe/Rome:20261021T090000', 'EXDATE;TZID=Europe/Rome:20261026T090000', 'SUMMARY:Riunione con Ada Rossi'),
      event('UID:g@google.com', 'RECURRENCE-ID;TZID=Europe/Rome:20261028T090000', 'DTSTART;TZID=Europe/Rome:20261029T150000', 'DTEND;TZID=Europe/Rome:20261029T160000'),
      event('UID:g@google.com', 'RECURRENCE-ID:20261102T080000Z', 'DTSTART:20261102T080000Z', 'DTEND:20261102T090000Z', 'STATUS:CANCELLED'),
    );
    expect(starts(text)).toEqual(['2026-10-19T07:00', '2026-10-29T14:00', '2026-11-04T08:00', '2026-11-09T08:00', '2026-11-11T08:00', '2026-11-16T08:00', '2026-11-18T08:00', '2026-11-23T08:00', '2026-11-25T08:00', '2026-11-30T08:00']);
  });

  test('as Outlook writes it: zones of Windows, the last Friday, busy and free', () => {
    const text = calendar(
      event('UID:o', 'DTSTART;TZID=W. Europe Standard Time:20261030T140000', 'DTEND;TZID=W. Europe Standard Time:20261030T153000', 'RRULE:FREQ=MONTHLY;COUNT=4;BYDAY=-1FR', 'X-MICROSOFT-CDO-BUSYSTATUS:BUSY'),
      event('UID:o', 'RECURRENCE-ID;TZID=W. Europe Standard Time:20261127T140000', 'DTSTART;TZID=W. Europe Standard Time:20261127T140000', 'DTEND;TZID=W. Europe Standard Time:20261127T153000', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'),
      event('UID:p', 'DTSTART;TZID=W. Europe Standard Time:20261130T090000', 'DTEND;TZID=W. Europe Standard Time:20261130T093000', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE', 'TRANSP:OPAQUE'),
    );
    expect(starts(text)).toEqual(['2026-10-30T13:00', '2026-12-25T13:00', '2027-01-29T13:00']);
  });

  test('as Apple writes it: days in a row, dates that were added, a change for all that follow', () => {
    const text = calendar(
      event('UID:d', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227', 'RRULE:FREQ=YEARLY;UNTIL=20271225', 'EXDATE;VALUE=DATE:20271224'),
      event('UID:r', 'DTSTART;TZID=Europe/Rome:20261110T090000', 'DURATION:PT30M', 'RDATE;TZID=Europe/Rome:20261112T110000', 'RDATE;VALUE=PERIOD:20261113T080000Z/PT2H'),
      event('UID:f', 'DTSTART;TZID=Europe/Rome:20261201T090000', 'DTEND;TZID=Europe/Rome:20261201T100000', 'RRULE:FREQ=DAILY;COUNT=4'),
      event('UID:f', 'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Rome:20261203T090000', 'DTSTART;TZID=Europe/Rome:20261203T110000', 'DTEND;TZID=Europe/Rome:20261203T113000'),
    );
    expect(busy(text)).toEqual([
      '2026-11-10T08:00Z/2026-11-10T08:30Z', '2026-11-12T10:00Z/2026-11-12T10:30Z', '2026-11-13T08:00Z/2026-11-13T10:00Z',
      '2026-12-01T08:00Z/2026-12-01T09:00Z', '2026-12-02T08:00Z/2026-12-02T09:00Z', '2026-12-03T10:00Z/2026-12-03T10:30Z', '2026-12-04T10:00Z/2026-12-04T10:30Z',
      '2026-12-23T23:00Z/2026-12-26T23:00Z',
    ]);
  });

  test('the last one may be a day, a wall time or an instant', () => {
    const until = (last: string) => starts(calendar(event('UID:a', 'DTSTART;TZID=Europe/Rome:20261201T233000', 'DURATION:PT15M', `RRULE:FREQ=DAILY;UNTIL=${last}`)));
    const three = ['2026-12-01T22:30', '2026-12-02T22:30', '2026-12-03T22:30'];
    for (const last of ['20261203', '20261203T233000', '20261203T223000Z']) expect(until(last)).toEqual(three);
    expect(until('20261203T222959Z')).toEqual(three.slice(0, 2));
  });

  test('one that never ends, from long ago, is read from today until 400 days ahead', () => {
    const text = calendar(event('UID:a', 'DTSTART;TZID=Europe/Rome:20050103T090000', 'DTEND;TZID=Europe/Rome:20050103T093000', 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'));
    const found = starts(text, '2026-10-26');
    expect(found.slice(0, 3)).toEqual(['2026-10-26T08:00', '2026-11-09T08:00', '2026-11-23T08:00']); // 569 fortnights after 3 January 2005
    expect(found.at(-1)).toBe('2027-11-22T08:00');
  });

  test('what lies before today or beyond the horizon is cut off', () => {
    expect(busy(calendar(event('DTSTART;VALUE=DATE:20260901', 'DTEND;VALUE=DATE:20301231')))).toEqual(['2026-09-30T22:00Z/2027-11-05T23:00Z']);
    expect(busy(calendar(event('DTSTART:20260930T100000Z', 'DTEND:20260930T110000Z'), event('DTSTART:20280101T100000Z', 'DTEND:20280101T110000Z')))).toEqual([]);
  });
});

describe('a file that is too much', () => {
  test('says so: every second, or more times than anybody has', () => {
    expect(busy(calendar(event('UID:a', 'DTSTART:20261201T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY')))).toBe('too-many-events');
    const hours = Array.from({ length: 2001 }, (_, hour) => event(`DTSTART:${new Date(Date.UTC(2026, 10, 1, hour)).toISOString().replaceAll(/[-:]|\.000/g, '')}`, 'DURATION:PT5M'));
    expect(busy(calendar(...hours))).toBe('too-many-events');
    expect(busy(calendar(...hours.slice(1)))).toHaveLength(2000);
  });
});
