import type { ClientMessage, ServerMessage } from '@sportello/contract';
import { WebSocket } from 'ws';

// Run by rooms.bench.ts as a process of its own: pairs of browsers that meet, and say something to each other as a call does.

/** Tokens of one room. */
export interface Pair {
  readonly citizen: string;
  readonly official: string;
}

export interface Asked {
  readonly address: string;
  readonly origin: string;
  readonly pairs: readonly Pair[];
  readonly seconds: number;
  /** How often each of them says something. */
  readonly perSecond: number;
}

export type Said = { readonly is: 'in'; readonly milliseconds: readonly number[] } | { readonly is: 'measured'; readonly delays: readonly number[]; readonly sent: number };

type Of<Type extends ServerMessage['type']> = Extract<ServerMessage, { type: Type }>;

/** As long as a candidate of a browser is. */
const padding = 'candidate:842163049 1 udp 1677729535 192.0.2.15 54321 typ srflx raddr 0.0.0.0 rport 0 generation 0 ufrag AbCd network-cost 999';
const atOnce = 20;

class Browser {
  readonly socket: WebSocket;
  you = '';
  connection = '';
  room: Of<'room'> | null = null;
  delays: number[] = [];
  sent = 0;
  #waiting: (() => void)[] = [];

  constructor({ address, origin }: Asked, token: string) {
    this.socket = new WebSocket(`${address}/api/v1/room`, { headers: { origin } });
    this.socket.on('open', () => this.say({ type: 'enter', token, has_camera: true, has_microphone: true }));
    this.socket.on('message', (data) => this.hear(JSON.parse(String(data)) as ServerMessage));
  }

  say(message: ClientMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  hear(message: ServerMessage): void {
    if (message.type === 'entered') [this.you, this.connection] = [message.you, message.connection];
    if (message.type === 'room') this.room = message;
    if (message.type === 'candidate') this.delays.push(performance.now() - Number(message.candidate?.sdpMid));
    if (message.type === 'over') throw new Error(`over: ${message.why}`);
    for (const look of this.#waiting) look();
  }

  until(isSo: (room: Of<'room'>) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.room && isSo(this.room)) resolve();
      };
      this.#waiting.push(look);
      look();
    });
  }

  tell(to: Browser): void {
    this.sent += 1;
    this.say({ type: 'candidate', to: to.connection, candidate: { candidate: padding, sdpMid: String(performance.now()) } });
  }
}

async function meet(asked: Asked, { citizen, official }: Pair): Promise<{ browsers: [Browser, Browser]; milliseconds: number }> {
  const before = performance.now();
  const clerk = new Browser(asked, official);
  const ada = new Browser(asked, citizen);
  await clerk.until(({ people }) => people.some(({ role }) => role === 'citizen'));
  clerk.say({ type: 'admit', person: clerk.room?.people.find(({ role }) => role === 'citizen')?.id ?? '' });
  for (const one of [ada, clerk]) await one.until(({ people }) => people.filter(({ is_in }) => is_in).length === 2);
  return { browsers: [clerk, ada], milliseconds: performance.now() - before };
}

async function measure(asked: Asked): Promise<void> {
  const met: Awaited<ReturnType<typeof meet>>[] = [];
  for (let from = 0; from < asked.pairs.length; from += atOnce) met.push(...(await Promise.all(asked.pairs.slice(from, from + atOnce).map((pair) => meet(asked, pair)))));
  process.send?.({ is: 'in', milliseconds: met.map(({ milliseconds }) => milliseconds) } satisfies Said);
  await new Promise<void>((resolve) => process.once('message', () => resolve()));

  const every = 1000 / asked.perSecond;
  const timers = met.map(({ browsers: [one, other] }, index) => {
    let timer: NodeJS.Timeout | undefined;
    const starting = setTimeout(() => {
      timer = setInterval(() => {
        one.tell(other);
        other.tell(one);
      }, every);
    }, (index / met.length) * every);
    return () => {
      clearTimeout(starting);
      clearInterval(timer);
    };
  });
  await new Promise((resolve) => setTimeout(resolve, asked.seconds * 1000));
  for (const stop of timers) stop();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const all = met.flatMap(({ browsers }) => browsers);
  process.send?.({ is: 'measured', delays: all.flatMap(({ delays }) => delays), sent: all.reduce((sum, { sent }) => sum + sent, 0) } satisfies Said);
}

process.once('disconnect', () => process.exit(0));
process.once('message', (asked: Asked) => void measure(asked));
