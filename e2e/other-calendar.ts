import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as ownTest } from './own-desk.ts';

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** The site of another calendar, on this machine: it says what the journey wants. */
export interface OtherCalendar {
  readonly port: number;
  answer: Answer;
}

/** `test` of a journey with a desk of its own and a calendar elsewhere, both real servers. */
export const test = ownTest.extend<{ readonly elsewhere: OtherCalendar }>({
  // eslint-disable-next-line no-empty-pattern -- it stands on no other fixture, which Playwright reads from the pattern
  elsewhere: async ({}, use) => {
    const server = createServer((_request, response) => {
      response.writeHead(elsewhere.answer.status, { 'content-type': 'text/calendar; charset=utf-8' }).end(elsewhere.answer.text);
    });
    server.listen(0);
    await once(server, 'listening');
    // A server that listens on a port has an address with one.
    const elsewhere = { port: (server.address() as AddressInfo).port, answer: busyAt() };
    await use(elsewhere);
    server.closeAllConnections();
    server.close();
  },
});

interface Event {
  /** `2027-02-04` */
  readonly day: string;
  /** "15:00" */
  readonly from: string;
  readonly to: string;
}

/** A calendar file with these events, each under a title of its own; wall times of the union. */
export function busyAt(...events: readonly Event[]): Answer {
  const wall = (day: string, time: string) => `TZID=Europe/Rome:${day.replaceAll('-', '')}T${time.replace(':', '')}00`;
  const lines = events.flatMap(({ day, from, to }, at) => ['BEGIN:VEVENT', `UID:${at}@elsewhere.example.org`, 'DTSTAMP:20270101T000000Z', 'SUMMARY:Visita medica', `DTSTART;${wall(day, from)}`, `DTEND;${wall(day, to)}`, 'END:VEVENT']);
  return { status: 200, text: ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example.org//elsewhere//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n') };
}
