import type { ClientMessage, RoomPerson, RoomToken, ServerMessage } from '@sportello/contract';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Desk } from './app.ts';
import { addressOf } from './live-reader.ts';
import { ourOrigin } from './staff-app.ts';

type Type = ServerMessage['type'];
type Of<Name extends Type> = Extract<ServerMessage, { type: Name }>;

/** A browser that is connected to a room. */
export interface RoomBrowser {
  readonly socket: WebSocket;
  /** All that was told so far, in order. */
  readonly told: readonly ServerMessage[];
  say(message: ClientMessage): void;
  /** As it is, whatever it is. */
  sayText(text: string | Buffer): void;
  /** Waits for a message that is so; those that came already count. Fails when the connection ends without it. */
  until<Name extends Type>(type: Name, isSo?: (message: Of<Name>) => boolean): Promise<Of<Name>>;
  /** The last picture of the room in which this is so; waits for it. */
  room(isSo?: (message: Of<'room'>) => boolean): Promise<Of<'room'>>;
  /** Themselves, in the last picture. */
  me(): RoomPerson;
  /** Waits until it is closed; answers with why, where that was said. */
  over(): Promise<string | null>;
  leave(): Promise<void>;
  /** The same, without waiting for it. */
  close(): void;
}

/** Opens a WebSocket to the rooms of a desk, with nothing said yet. */
export async function openSocket(desk: Desk, { origin = ourOrigin as string | null } = {}): Promise<RoomBrowser> {
  const address = (await addressOf(desk)).replace('http', 'ws');
  const socket = new WebSocket(`${address}/api/v1/room`, { headers: origin === null ? {} : { origin } });
  const told: ServerMessage[] = [];
  const waiting = new Set<() => void>();
  let isOver = false;
  const look = () => {
    for (const one of [...waiting]) one();
  };
  socket.on('message', (data) => {
    told.push(JSON.parse(String(data)) as ServerMessage);
    look();
  });
  socket.on('close', () => {
    isOver = true;
    look();
  });
  socket.on('error', () => undefined);
  await once(socket, 'open');

  function until<Name extends Type>(type: Name, isSo: (message: Of<Name>) => boolean = () => true): Promise<Of<Name>> {
    return new Promise((resolve, reject) => {
      const one = () => {
        const found = told.findLast((message): message is Of<Name> => message.type === type && isSo(message as Of<Name>));
        if (!found && !isOver) return;
        waiting.delete(one);
        if (found) resolve(found);
        else reject(new Error(`closed without ${type}; told ${JSON.stringify(told)}`));
      };
      waiting.add(one);
      one();
    });
  }

  const lastRoom = () => told.findLast((message): message is Of<'room'> => message.type === 'room');

  return {
    socket,
    told,
    say: (message) => socket.send(JSON.stringify(message)),
    sayText: (text) => socket.send(text),
    until,
    room: (isSo = () => true) => until('room', (message) => message === lastRoom() && isSo(message)),
    me() {
      const you = told.find((message): message is Of<'entered'> => message.type === 'entered')?.you;
      const me = lastRoom()?.people.find(({ id }) => id === you);
      if (!me) throw new Error(`not in the room: ${JSON.stringify(told)}`);
      return me;
    },
    async over() {
      if (!isOver) await new Promise<void>((resolve) => socket.once('close', () => resolve()));
      return told.find((message): message is Of<'over'> => message.type === 'over')?.why ?? null;
    },
    close: () => socket.terminate(),
    async leave() {
      if (isOver) return;
      socket.terminate();
      await once(socket, 'close');
    },
  };
}

/** Opens a WebSocket and enters with a token. */
export async function enterWith(desk: Desk, token: string | RoomToken, devices = { has_camera: true, has_microphone: true }): Promise<RoomBrowser> {
  const browser = await openSocket(desk);
  browser.say({ type: 'enter', token: typeof token === 'string' ? token : token.token, ...devices });
  return browser;
}
