import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The calendar of somebody on another machine, whose name is `localhost`. */
export interface CalendarServer {
  /** Where the calendar `name` lies. */
  address(name?: string): string;
  /** Answers from now on with this file, or in this way. */
  serve(answer: string | RequestListener): void;
  /** What was asked for so far. */
  readonly asked: readonly IncomingMessage[];
  close(): Promise<void>;
}

export async function openCalendarServer(): Promise<CalendarServer> {
  let listener: RequestListener = (_, response) => void response.writeHead(404).end();
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    address: (name = 'busy') => `http://localhost:${port}/${name}.ics`,
    serve(answer) {
      listener = typeof answer === 'string' ? (_, response) => void response.writeHead(200, { 'content-type': 'text/calendar' }).end(answer) : answer;
    },
    asked,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

/** A calendar file with events from one instant to another, as ISO texts. */
export function busyFile(...times: readonly (readonly [from: string, to: string])[]): string {
  const utc = (instant: string) => new Date(instant).toISOString().replaceAll(/[-:]|\.000/g, '');
  const events = times.map(([from, to], index) => `BEGIN:VEVENT\r\nUID:${index}\r\nDTSTART:${utc(from)}\r\nDTEND:${utc(to)}\r\nSUMMARY:Visita dal dottor Bianchi\r\nEND:VEVENT\r\n`);
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`;
}
