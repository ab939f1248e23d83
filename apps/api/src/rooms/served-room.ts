import { instantWriter } from '../appointments/wire.ts';
import { ticks } from '../clock.ts';
import { makeQueue } from '../database/one-at-a-time.ts';
import type { Tables } from '../database/schema.ts';
import { messageOnWire } from './chat.ts';
import type { RoomConnection, Speaker } from './connection.ts';
import type { RoomDeps } from './deps.ts';
import { mayRead, viewOf } from './room-picture.ts';
import { readPicture, type ReadPicture } from './read-picture.ts';
import type { RoomPersonRow } from './room.ts';

/** What becomes of connections that no longer speak for anybody. */
interface Ends {
  takenOver(connection: RoomConnection): void;
  /** Somebody took it for gone: it is there. */
  missed(connection: RoomConnection, speaker: Speaker): void;
  closed(connection: RoomConnection): void;
}

/** A room of which this process holds at least one connection: what is known of it, and its people told of every change. */
export class ServedRoom {
  readonly id: string;
  readonly connections = new Set<RoomConnection>();
  /** Who is on the way in: the room is not let go before. */
  expected = 0;
  /** What is told about a room is told in the order in which it happened. */
  readonly inTurn = makeQueue();
  /** As the last look found it. */
  fingerprint = '';
  readAt = 0;
  readonly #deps: RoomDeps;
  readonly #ends: Ends;
  #picture: ReadPicture | null = null;
  #due: Promise<void> | null = null;

  constructor(id: string, deps: RoomDeps, ends: Ends) {
    this.id = id;
    this.#deps = deps;
    this.#ends = ends;
  }

  /** Reads the room anew; null: it is gone. */
  async read(): Promise<ReadPicture | null> {
    this.#picture = await readPicture(this.#deps, this.id, this.#picture);
    this.readAt = ticks();
    return this.#picture;
  }

  get hasWaiting(): boolean {
    return this.#picture !== null && this.#picture.line !== null;
  }

  get picture(): ReadPicture | null {
    return this.#picture;
  }

  /** Who speaks by a connection, as far as is known. */
  personAt(connection: string): RoomPersonRow | null {
    return this.#picture?.people.find((person) => person.connection === connection) ?? null;
  }

  /** Reads the room and tells everybody here how it is. Asked again before it began, it is one. */
  refresh(): Promise<void> {
    this.#due ??= this.inTurn(async () => {
      this.#due = null;
      await this.read();
      await this.#tellAll();
    });
    return this.#due;
  }

  async #tellAll(): Promise<void> {
    const picture = this.#picture;
    const write = instantWriter(await this.#deps.directory.current());
    for (const connection of [...this.connections]) {
      const { speaker } = connection;
      if (!speaker) continue;
      const person = picture?.everybody.find(({ id }) => id === speaker.personId);
      if (!picture || !person) this.#ends.closed(connection);
      else if (person.connection === speaker.id) connection.sayRoom(viewOf(picture, person, write));
      else if (person.connection === null) this.#ends.missed(connection, speaker);
      else this.#ends.takenOver(connection);
    }
  }

  /** Tells a message to everybody here who may read it. In turn. */
  async tellMessage(row: Readonly<Tables['roomMessages']['$inferSelect']>): Promise<void> {
    const picture = this.#picture?.everybody.some(({ id }) => id === row.personId) ? this.#picture : await this.read();
    if (!picture) return;
    const message = messageOnWire(row, picture.everybody, picture.names, instantWriter(await this.#deps.directory.current()));
    if (!message) return;
    for (const connection of this.connections) {
      const person = picture.everybody.find(({ id }) => id === connection.speaker?.personId);
      if (person && mayRead(row, person, picture.everybody)) connection.say({ type: 'chat', message });
    }
  }
}
