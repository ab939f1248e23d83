import { ApiProblem, type ClientMessage, type ServerMessage } from '@sportello/contract';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RoomConnection } from './room-connection.ts';
import { somebody, toldEntered, toldRoom } from './room.fixture.ts';

/** The other end of the line, as a test plays it. */
class FakeSocket {
  static readonly OPEN = 1;
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  readonly heard: ClientMessage[] = [];

  constructor() {
    sockets.push(this);
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  tell(...messages: readonly ServerMessage[]): void {
    for (const message of messages) this.onmessage?.({ data: JSON.stringify(message) });
  }

  breakOff(): void {
    this.readyState = 3;
    this.onclose?.();
  }

  send(text: string): void {
    this.heard.push(JSON.parse(text) as ClientMessage);
  }

  close(): void {
    this.readyState = 3;
  }
}

let sockets: FakeSocket[] = [];
let rooms: RoomConnection[] = [];
let asked = 0;
let refusals: readonly Error[] = [];
const world = new EventTarget();
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });

function newest(): FakeSocket {
  const socket = sockets.at(-1);
  if (!socket) throw new Error('nobody has called yet');
  return socket;
}

async function begin(): Promise<RoomConnection> {
  const room = new RoomConnection({
    fetchToken: () => {
      const refusal = refusals[asked];
      asked += 1;
      return refusal ? Promise.reject(refusal) : Promise.resolve(`token-${asked}`);
    },
    devices: { has_camera: true, has_microphone: true },
  });
  rooms.push(room);
  room.start();
  await vi.advanceTimersByTimeAsync(0);
  return room;
}

async function comeIn(room: RoomConnection, person = somebody('Ada')): Promise<RoomConnection> {
  newest().open();
  newest().tell(toldEntered(), toldRoom([person]));
  await vi.advanceTimersByTimeAsync(0);
  return room;
}

const saidFirst = () => newest().heard[0];

beforeEach(() => {
  [sockets, rooms, asked, refusals] = [[], [], 0, []];
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('window', Object.assign(world, { location: { protocol: 'https:', host: 'desk.example' } }));
  vi.stubGlobal('document', page);
});

afterEach(() => {
  for (const room of rooms) room.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('whoever comes says who they are and with what, and is told whether they wait or are in', async () => {
  const room = await begin();
  expect(room.read().state).toBe('connecting');
  await comeIn(room, somebody('Ada', { is_in: false }));
  expect(saidFirst()).toEqual({ type: 'enter', token: 'token-1', has_camera: true, has_microphone: true });
  expect(room.read().state).toBe('waiting');
  newest().tell(toldRoom([somebody('Ada')]));
  expect(room.read().state).toBe('in');
});

it('a connection that breaks is made again with the token the room gave, and nobody is asked', async () => {
  const room = await comeIn(await begin());
  newest().breakOff();
  expect(room.read()).toMatchObject({ state: 'reconnecting', was: 'in' });
  await vi.advanceTimersByTimeAsync(500);
  await comeIn(room);
  expect(sockets).toHaveLength(2);
  expect(saidFirst()).toMatchObject({ type: 'enter', token: 'next-token' });
  expect(asked).toBe(1);
  expect(room.read().state).toBe('in');
});

it('a server that does not answer is taken for gone', async () => {
  const room = await comeIn(await begin());
  await vi.advanceTimersByTimeAsync(5_000);
  expect(newest().heard.at(-1)).toEqual({ type: 'ping' });
  newest().tell({ type: 'pong' });
  await vi.advanceTimersByTimeAsync(4_900);
  expect(room.read().state).toBe('in');
  await vi.advanceTimersByTimeAsync(4_700);
  expect(room.read().state).toBe('reconnecting');
});

it('a phone that wakes up, or has a network again, comes back at once', async () => {
  await comeIn(await begin());
  for (let tries = 0; tries < 6; tries += 1) {
    newest().breakOff();
    await vi.advanceTimersByTimeAsync(20_000);
  }
  newest().breakOff();
  const before = sockets.length;
  world.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(sockets).toHaveLength(before + 1);
  newest().breakOff();
  page.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(0);
  expect(sockets).toHaveLength(before + 2);
});

it('a connection that only looks alive when somebody wakes the phone is found out within two seconds', async () => {
  const room = await comeIn(await begin());
  page.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(1_900);
  expect(room.read().state).toBe('in');
  await vi.advanceTimersByTimeAsync(200);
  expect(room.read().state).toBe('reconnecting');
});

it('what is written in a gap is sent once when the connection is back, and shown once', async () => {
  const room = await comeIn(await begin());
  newest().breakOff();
  room.chat('Mi sente?');
  await vi.advanceTimersByTimeAsync(500);
  await comeIn(room);
  const sent = newest().heard.filter(({ type }) => type === 'chat');
  expect(sent).toHaveLength(1);
  const { id } = sent[0] as Extract<ClientMessage, { type: 'chat' }>;
  newest().tell({ type: 'chat', message: { id, from: 'Ada', name: 'Ada', role: 'citizen', text: 'Mi sente?', at: '2026-11-23T09:01:00+01:00' } });
  expect(room.read()).toMatchObject({ messages: [{ id, text: 'Mi sente?', standing: 'sent' }] });
  newest().breakOff();
  await vi.advanceTimersByTimeAsync(500);
  await comeIn(room);
  expect(newest().heard.some(({ type }) => type === 'chat')).toBe(false);
});

it('a message that the room did not take can be sent again', async () => {
  const room = await comeIn(await begin());
  room.chat('Uno');
  newest().tell({ type: 'refused', what: 'chat', why: 'too-fast' });
  const state = room.read();
  const message = state.state === 'in' ? state.messages[0] : undefined;
  expect(message?.standing).toBe('unsent');
  room.chatAgain(message?.id ?? '');
  expect(newest().heard.filter(({ type }) => type === 'chat')).toHaveLength(2);
});

it('what one lets the others see is said again after each return', async () => {
  const room = await comeIn(await begin());
  room.saySending({ microphone: true, camera: false, screen: false });
  room.saySending({ microphone: true, camera: false, screen: false });
  expect(newest().heard.filter(({ type }) => type === 'media')).toHaveLength(1);
  newest().breakOff();
  await vi.advanceTimersByTimeAsync(500);
  await comeIn(room);
  expect(newest().heard).toContainEqual({ type: 'media', microphone: true, camera: false, screen: false });
});

it('a server that closes is left and found again at once', async () => {
  await comeIn(await begin());
  newest().tell({ type: 'over', why: 'closing' });
  await vi.advanceTimersByTimeAsync(0);
  expect(sockets).toHaveLength(2);
});

it.each(['taken-over', 'ended', 'moved', 'cancelled', 'closed', 'not-now', 'revoked', 'full'] as const)('after "%s" the browser does not come back by itself, but does when the person wants it', async (why) => {
  const room = await comeIn(await begin());
  newest().tell({ type: 'over', why });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sockets).toHaveLength(1);
  expect(room.read()).toMatchObject({ state: 'over', why });
  room.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(sockets).toHaveLength(2);
});

it('a token that ended while the device slept is replaced, and one that is never known is given up', async () => {
  const room = await comeIn(await begin());
  newest().breakOff();
  await vi.advanceTimersByTimeAsync(500);
  newest().open();
  newest().tell({ type: 'over', why: 'token' });
  await vi.advanceTimersByTimeAsync(2_000);
  newest().open();
  expect(saidFirst()).toMatchObject({ token: 'token-2' });
  newest().tell({ type: 'over', why: 'token' });
  await vi.advanceTimersByTimeAsync(2_000);
  newest().open();
  newest().tell({ type: 'over', why: 'token' });
  expect(room.read()).toMatchObject({ state: 'over', why: 'token' });
});

it('a door that says no is believed, one that does not answer is asked again', async () => {
  refusals = [new ApiProblem(0, null, null), new ApiProblem(503, null, null), new ApiProblem(409, null, null)];
  const room = await begin();
  expect(room.read().state).toBe('connecting');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(room.read()).toMatchObject({ state: 'over', why: 'refused', problem: { status: 409 } });
});

it('whoever leaves says so, and does not come back', async () => {
  const room = await comeIn(await begin());
  const socket = newest();
  room.leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(socket.heard.at(-1)).toEqual({ type: 'leave' });
  expect(sockets).toHaveLength(1);
  expect(room.read()).toMatchObject({ state: 'over', why: 'left' });
});

it('what others say before the room is told is kept until it is', async () => {
  const room = await begin();
  const heard: string[] = [];
  room.onSignal(({ from }) => heard.push(`${from} in state ${room.read().state}`));
  newest().open();
  newest().tell(toldEntered(), { type: 'candidate', from: 'connection-Bea', candidate: null }, toldRoom([somebody('Ada'), somebody('Bea')]));
  expect(heard).toEqual(['connection-Bea in state in']);
});
