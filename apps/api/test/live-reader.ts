import type { LiveEventName, LiveEvents } from '@sportello/contract';
import type { AddressInfo } from 'node:net';
import type { LightMyRequestResponse } from 'fastify';
import type { Desk } from './app.ts';
import { askAs } from './staff-app.ts';

export type Told = { [Name in LiveEventName]: { readonly event: Name; readonly data: LiveEvents[Name] } }[LiveEventName];

/** A browser that follows the live stream, as far as a test looks at it. */
export interface LiveReader {
  readonly status: number;
  readonly headers: Headers;
  /** All that was told so far, in order. */
  readonly told: readonly Told[];
  /** From where it would go on. */
  lastId(): string;
  /** Waits for an event that is so; those that came already count. Fails when the stream ends without it. */
  until<Name extends LiveEventName>(event: Name, isSo?: (data: LiveEvents[Name]) => boolean): Promise<LiveEvents[Name]>;
  /** Waits for the end of the stream. */
  ended(): Promise<void>;
  leave(): Promise<void>;
}

/** The address of a desk that listens; listening begins with the first question for it. */
export async function addressOf({ app }: Desk): Promise<string> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`; // it listens on a port
}

/** Follows the desk with this cookie, from a cursor on where one is given; answers once the stream is open. */
export async function follow(desk: Desk, cookie: string, { from, language = 'it' }: { from?: string; language?: string } = {}): Promise<LiveReader> {
  const leaving = new AbortController();
  const headers = { cookie, 'accept-language': language, ...(from !== undefined && { 'last-event-id': from }) };
  const response = await fetch(`${await addressOf(desk)}/api/v1/staff/live`, { headers, signal: leaving.signal });
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  let lastId = '';
  let isOver = false;

  function read(block: string): void {
    const lines = block.split('\n').map((line) => /^(\w*): ?(.*)$/.exec(line) ?? []);
    const valueOf = (name: string) => lines.find(([, field]) => field === name)?.[2];
    lastId = valueOf('id') ?? lastId;
    const data = valueOf('data');
    if (data !== undefined) told.push({ event: valueOf('event'), data: JSON.parse(data) } as Told); // the server writes nothing else
  }

  async function readAll(): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      blocks.forEach(read);
      for (const look of [...waiting]) look();
    }
  }

  const reading = readAll()
    .catch(() => undefined)
    .finally(() => {
      isOver = true;
      for (const look of [...waiting]) look();
    });

  return {
    status: response.status,
    headers: response.headers,
    told,
    lastId: () => lastId,
    until(event, isSo = () => true) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = told.find((one) => one.event === event && isSo(one.data as never)); // of that event
          if (!found && !isOver) return;
          waiting.delete(look);
          if (found) resolve(found.data as never);
          else reject(new Error(`the stream ended without ${event}; it told ${JSON.stringify(told)}`));
        };
        waiting.add(look);
        look();
      });
    },
    ended: () => reading,
    async leave() {
      leaving.abort();
      await reading;
    },
  };
}

/** Asks for the stream and leaves it as soon as it is open; a refusal comes whole. */
export async function knockAtLive(desk: Desk, cookie: string | null): Promise<LightMyRequestResponse> {
  const opened = await desk.app.inject({ url: '/api/v1/staff/live', headers: { ...(cookie && { cookie }) }, payloadAsStream: true });
  opened.stream().destroy();
  return opened.statusCode === 200 ? opened : askAs(desk, cookie, 'GET', '/staff/live');
}
