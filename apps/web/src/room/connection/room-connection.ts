import { ApiProblem, type ClientMessage, pingEveryMilliseconds, type ServerMessage } from '@sportello/contract';
import { chance } from '../../chance.ts';
import { now } from '../../clock.ts';
import { afterEnd } from './after-end.ts';
import { pauseBefore } from './back-off.ts';
import { type Entered, messagesAfterEntering, roomAsTold, withMessage, withStanding } from './follow-room.ts';
import { roomAddress } from './room-address.ts';
import { type Devices, type OwnSending, type RoomSeen, type RoomState, seenOf, type ShownMessage, type WhyOver } from './room-state.ts';

/** What the others' browsers say to this one, to agree on sound and picture. */
export type Signal = Extract<ServerMessage, { type: 'description' | 'candidate' }>;
/** What the room did not do, in one word each. */
export type Refused = Extract<ServerMessage, { type: 'refused' }>;

interface Wish {
  /** A new token of this person for this room; throws the ApiProblem of the door. */
  readonly fetchToken: () => Promise<string>;
  readonly devices: Devices;
}

const enterMilliseconds = 8_000;
const probeMilliseconds = 2_000;

/**
 * One person's connection to a room, from the first tap to the end. It comes back by itself from whatever the network
 * does, with the token that the room gave for that; it is over only where the server says so, or the person leaves.
 */
export class RoomConnection {
  readonly #fetchToken: Wish['fetchToken'];
  #devices: Devices;
  #sending: OwnSending | null = null;
  #state: RoomState = { state: 'connecting' };
  #messages: readonly ShownMessage[] = [];
  #entered: Entered | null = null;
  #token: string | null = null;
  #socket: WebSocket | null = null;
  #failures = 0;
  /** Tokens that the room did not know, one after another. */
  #refusedTokens = 0;
  /** Work that belongs to an older try finds another number here, and stops. */
  #attempt = 0;
  #isClosed = true;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #ping: ReturnType<typeof setInterval> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  /** What the others say between the answer to `enter` and the first word of who they are. */
  #earlySignals: Signal[] | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #signalListeners = new Set<(signal: Signal) => void>();
  readonly #refusalListeners = new Set<(refused: Refused) => void>();

  constructor({ fetchToken, devices }: Wish) {
    this.#fetchToken = fetchToken;
    this.#devices = devices;
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): RoomState => this.#state;

  onSignal(listener: (signal: Signal) => void): () => void {
    this.#signalListeners.add(listener);
    return () => this.#signalListeners.delete(listener);
  }

  onRefused(listener: (refused: Refused) => void): () => void {
    this.#refusalListeners.add(listener);
    return () => this.#refusalListeners.delete(listener);
  }

  /** Comes in, or comes back after it was over, as the person wished. Without effect while it goes on. */
  start(): void {
    if (!this.#isClosed) return;
    this.#isClosed = false;
    this.#failures = 0;
    this.#refusedTokens = 0;
    window.addEventListener('online', this.#wake);
    document.addEventListener('visibilitychange', this.#wakeWhenVisible);
    const seen = seenOf(this.#state);
    this.#show(seen ? { ...seen, state: 'reconnecting', was: seen.you.is_in ? 'in' : 'waiting' } : { state: 'connecting' });
    void this.#connect();
  }

  /** Lets go without a word: whoever opens the page again soon is still in the room. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    window.removeEventListener('online', this.#wake);
    document.removeEventListener('visibilitychange', this.#wakeWhenVisible);
    this.#drop();
  }

  /** Goes, and says so. */
  leave(): void {
    this.#say({ type: 'leave' });
    this.#end('left');
  }

  sayDevices(devices: Devices): void {
    if (devices.has_camera === this.#devices.has_camera && devices.has_microphone === this.#devices.has_microphone) return;
    this.#devices = devices;
    this.#say({ type: 'devices', ...devices });
  }

  /** Said again by itself after each reconnection. */
  saySending(sending: OwnSending): void {
    if (isSame(sending, this.#sending)) return;
    this.#sending = sending;
    this.#say({ type: 'media', ...sending });
  }

  saySignal(signal: Extract<ClientMessage, { type: 'description' | 'candidate' }>): void {
    this.#say(signal);
  }

  admit(person: string): void {
    this.#say({ type: 'admit', person });
  }

  sendBack(person: string): void {
    this.#say({ type: 'send_back', person });
  }

  /** Shown at once; what a gap swallows is sent again once the connection is back. */
  chat(text: string): void {
    const seen = seenOf(this.#state);
    if (!seen) return;
    const { id: from, name, role } = seen.you;
    const message: ShownMessage = { id: crypto.randomUUID(), from, name, role, text, at: new Date(now()).toISOString(), standing: 'sending' };
    this.#showMessages([...this.#messages, message]);
    this.#say({ type: 'chat', id: message.id, text });
  }

  /** A message that the room did not take. */
  chatAgain(id: string): void {
    const message = this.#messages.find((one) => one.id === id && one.standing === 'unsent');
    if (!message) return;
    this.#showMessages(withStanding(this.#messages, 'unsent', 'sending', id));
    this.#say({ type: 'chat', id, text: message.text });
  }

  async #connect(): Promise<void> {
    this.#drop();
    const attempt = this.#attempt;
    const token = this.#token ?? (await this.#newToken(attempt));
    if (token === null || attempt !== this.#attempt) return;
    const socket = new WebSocket(roomAddress(window.location));
    this.#socket = socket;
    this.#giveUpAfter(enterMilliseconds);
    socket.onopen = () => this.#say({ type: 'enter', token, ...this.#devices });
    socket.onmessage = ({ data }) => this.#hear(String(data));
    socket.onclose = () => this.#comeBack();
  }

  async #newToken(attempt: number): Promise<string | null> {
    try {
      return await this.#fetchToken();
    } catch (error) {
      if (attempt !== this.#attempt) return null;
      if (isFinal(error)) this.#end('refused', error);
      else this.#comeBack();
      return null;
    }
  }

  #hear(text: string): void {
    const message = parse(text);
    switch (message?.type) {
      case undefined:
        return;
      case 'entered':
        return this.#enter(message);
      case 'renewed':
        return this.#renew(message);
      case 'room':
        return this.#look(message);
      case 'chat':
        return this.#showMessages(withMessage(this.#messages, message.message));
      case 'description':
      case 'candidate':
        return this.#pass(message);
      case 'refused':
        if (message.what === 'chat') this.#showMessages(withStanding(this.#messages, 'sending', 'unsent'));
        return this.#refusalListeners.forEach((listener) => listener(message));
      case 'over':
        return this.#followEnd(message.why);
      case 'pong':
        return clearTimeout(this.#deadline);
      default:
        return message satisfies never;
    }
  }

  #enter({ you, connection, messages, ice_servers, token }: Extract<ServerMessage, { type: 'entered' }>): void {
    clearTimeout(this.#deadline);
    this.#failures = 0;
    this.#refusedTokens = 0;
    this.#token = token;
    this.#entered = { you, connection, ice_servers, token };
    this.#earlySignals = [];
    this.#messages = messagesAfterEntering(messages, this.#messages);
    this.#ping = setInterval(() => this.#askForLife(pingEveryMilliseconds - 500), pingEveryMilliseconds);
    if (this.#sending) this.#say({ type: 'media', ...this.#sending });
    for (const { id, text, standing } of this.#messages) if (standing === 'sending') this.#say({ type: 'chat', id, text });
  }

  #renew({ ice_servers, token }: Extract<ServerMessage, { type: 'renewed' }>): void {
    if (!this.#entered) return;
    this.#token = token;
    this.#entered = { ...this.#entered, ice_servers, token };
    this.#showSeen((seen) => ({ ...seen, ice_servers, token }));
  }

  #look(told: Extract<ServerMessage, { type: 'room' }>): void {
    const seen = this.#entered && roomAsTold(this.#entered, this.#messages, told);
    if (!seen) return;
    this.#show({ ...seen, state: seen.you.is_in ? 'in' : 'waiting' });
    const early = this.#earlySignals ?? [];
    this.#earlySignals = null;
    for (const signal of early) this.#pass(signal);
  }

  #pass(signal: Signal): void {
    if (this.#earlySignals) this.#earlySignals.push(signal);
    else this.#signalListeners.forEach((listener) => listener(signal));
  }

  #showMessages(messages: readonly ShownMessage[]): void {
    this.#messages = messages;
    this.#showSeen((seen) => ({ ...seen, messages }));
  }

  #showSeen(change: (seen: RoomSeen) => RoomSeen): void {
    const shown = this.#state;
    if (shown.state === 'connecting' || shown.state === 'over') return;
    this.#show({ ...shown, ...change(shown) });
  }

  #followEnd(why: Extract<ServerMessage, { type: 'over' }>['why']): void {
    switch (afterEnd(why)) {
      case 'over':
        return this.#end(why);
      case 'at-once':
        return this.#comeBack(0);
      case 'after-pause':
        return this.#comeBack();
      case 'with-new-token':
        this.#token = null;
        this.#refusedTokens += 1;
        // The one kept may have ended while the device slept; one that is fresh from the API is no accident.
        return this.#refusedTokens > 2 ? this.#end('token') : this.#comeBack();
    }
  }

  /** The connection is gone: another one follows, after a pause that grows. */
  #comeBack(pause?: number): void {
    if (this.#isClosed) return;
    this.#drop();
    this.#failures += 1;
    const shown = this.#state;
    if (shown.state === 'waiting' || shown.state === 'in') this.#show({ ...shown, state: 'reconnecting', was: shown.state });
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#connect(), pause ?? pauseBefore(this.#failures, chance()));
  }

  #end(why: WhyOver, problem: unknown = null): void {
    const seen = seenOf(this.#state);
    this.close();
    this.#token = null;
    this.#show({ state: 'over', why, problem: problem instanceof ApiProblem ? problem : null, seen });
  }

  /** The network is back, or somebody looks at the page again: no waiting. */
  readonly #wake = (): void => {
    if (this.#isClosed) return;
    if (this.#socket?.readyState === WebSocket.OPEN) return this.#askForLife(probeMilliseconds);
    clearTimeout(this.#retry);
    void this.#connect();
  };

  readonly #wakeWhenVisible = (): void => {
    if (document.visibilityState === 'visible') this.#wake();
  };

  #askForLife(answerWithin: number): void {
    this.#say({ type: 'ping' });
    this.#giveUpAfter(answerWithin);
  }

  #giveUpAfter(milliseconds: number): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#comeBack(), milliseconds);
  }

  #say(message: ClientMessage): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Nothing that the old socket still says is heard. */
  #drop(): void {
    this.#attempt += 1;
    clearTimeout(this.#deadline);
    clearInterval(this.#ping);
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #show(state: RoomState): void {
    this.#state = state;
    this.#listeners.forEach((listener) => listener());
  }
}

function isSame(one: OwnSending, other: OwnSending | null): boolean {
  return one.microphone === other?.microphone && one.camera === other.camera && one.screen === other.screen;
}

/** The door said no, and would say it again. No answer, a server in trouble or too many tries pass. */
function isFinal(error: unknown): boolean {
  return !(error instanceof ApiProblem) || (error.status >= 400 && error.status < 500 && error.status !== 429);
}

function parse(text: string): ServerMessage | null {
  try {
    // The server of this page writes it, by the same contract.
    return JSON.parse(text) as ServerMessage;
  } catch {
    return null;
  }
}
