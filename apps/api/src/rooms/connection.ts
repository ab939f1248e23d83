import type { RoomEnd, RoomRole, ServerMessage } from '@sportello/contract';
import type { WebSocket } from 'ws';
import type { Actor } from '../audit/record.ts';
import { ticks } from '../clock.ts';
import { makeQueue } from '../database/one-at-a-time.ts';
import type { RoomPass } from './room-token.ts';
import { TokenBucket } from './token-bucket.ts';

/** A call of four people with all their candidates stays far below. */
const messages = { most: 250, perSecond: 25 };
const bytes = { most: 1024 * 1024, perSecond: 128 * 1024 };
/** What writes to the database, or to everybody. */
const changes = { most: 25, perSecond: 2 };
/** What waits for a browser that does not read; then it is let go. */
const mostWaitingBytes = 1024 * 1024;
/** A browser that does not close is not waited for. */
const goodbyeMilliseconds = 1000;

/** Who speaks by a connection, once they have come in. */
export interface Speaker {
  readonly id: string;
  readonly personId: string;
  readonly roomId: string;
  readonly appointmentId: string;
  readonly pass: RoomPass;
  readonly role: RoomRole;
  readonly actor: Actor;
  readonly guestId: string | null;
}

/** One WebSocket of a browser: what it may say, how much, and its end. */
export class RoomConnection {
  readonly #socket: WebSocket;
  readonly address: string;
  /** Messages of one browser are done in their order. */
  readonly inTurn = makeQueue();
  readonly #messages = new TokenBucket(messages, ticks());
  readonly #bytes = new TokenBucket(bytes, ticks());
  readonly #changes = new TokenBucket(changes, ticks());
  #speaker: Speaker | null = null;
  #isOver = false;
  #isAlive = true;
  #lastRoom = '';
  /** Something was said that is a message. */
  hasKnocked = false;
  /** The browser closed it. */
  isGone = false;

  constructor(socket: WebSocket, address: string) {
    this.#socket = socket;
    this.address = address;
    socket.on('pong', () => (this.#isAlive = true));
  }

  get speaker(): Speaker | null {
    return this.#speaker;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  become(speaker: Speaker): void {
    this.#speaker = speaker;
  }

  /** Whether one more message of this length is within the measure. */
  mayHear(length: number): boolean {
    this.#isAlive = true;
    const now = ticks();
    return this.#messages.take(1, now) && this.#bytes.take(length, now);
  }

  mayChange(): boolean {
    return this.#changes.take(1, ticks());
  }

  say(message: ServerMessage): void {
    this.#send(JSON.stringify(message));
  }

  /** The room as it is, unless it was said so already. */
  sayRoom(message: ServerMessage): void {
    const text = JSON.stringify(message);
    if (text === this.#lastRoom) return;
    this.#lastRoom = text;
    this.#send(text);
  }

  /** Says why, and closes. */
  end(why: RoomEnd): void {
    if (this.#isOver) return;
    this.#send(JSON.stringify({ type: 'over', why } satisfies ServerMessage));
    this.close();
  }

  close(): void {
    this.#isOver = true;
    this.#socket.close(1000);
    setTimeout(() => this.#socket.terminate(), goodbyeMilliseconds).unref();
  }

  /** Asks whether it is still there; one that did not answer the question before is gone. */
  ask(): void {
    if (!this.#isAlive) {
      this.#socket.terminate();
      return;
    }
    this.#isAlive = false;
    this.#socket.ping();
  }

  #send(text: string): void {
    if (this.#isOver) return;
    if (this.#socket.bufferedAmount > mostWaitingBytes) {
      this.#isOver = true;
      this.#socket.send(JSON.stringify({ type: 'over', why: 'slow' } satisfies ServerMessage));
      this.#socket.close(1000);
      setTimeout(() => this.#socket.terminate(), goodbyeMilliseconds).unref();
      return;
    }
    this.#socket.send(text);
  }
}
