import type { Readable } from 'node:stream';
import { instantWriter } from '../../appointments/wire.ts';
import type { CalendarStore } from '../../calendars/calendar-store.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { makeQueue } from '../../database/one-at-a-time.ts';
import type { Directory } from '../../directory/directory.ts';
import type { DirectoryStore } from '../../directory/store.ts';
import { traceOf } from '../../http/problems.ts';
import type { Sessions } from '../../identity/sessions.ts';
import { asTheyAreNow } from './as-it-is-now.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { eventText, type Follower, LiveStream } from './live-stream.ts';
import { type News, watchDesk } from './watch.ts';

const lookEveryMilliseconds = 400;
/** After a change of our own: at once, but not once for each of many. */
const lookSoonMilliseconds = 20;
const checkSessionsEveryMilliseconds = 2000;
const beatEveryMilliseconds = 15_000;
/** Boards that one person may have open: one a browser. */
const mostStreams = 6;

export interface LiveDeps {
  readonly database: Database;
  readonly calendars: CalendarStore;
  readonly clock: Clock;
  readonly directory: DirectoryStore;
  readonly sessions: Sessions;
  readonly log: { warn(about: object, message: string): void };
}

/** Tells open boards what changes, as it changes, in whichever process it was changed. */
export interface LiveDesk {
  /** From where a board goes on that is read after this: the `Last-Event-ID` of its stream. */
  cursor(): Promise<string>;
  /** A stream of somebody, from a cursor on; null: from now on. It ends with their session, or when they do not read it. */
  open(follower: Follower, from: string | null): Promise<Readable>;
  /** Something was changed by this process: look at once. */
  wake(): void;
  /** Ends all streams; waits until they are gone. */
  close(): Promise<void>;
}

/**
 * While a board is open, one look after the other at what is written down (watch.ts): what is new is read once and told to
 * whom it is within reach. Openings, looks and checks take turns, so that nothing is told in the wrong order.
 */
export function liveDesk({ database, calendars, clock, directory, sessions, log }: LiveDeps): LiveDesk {
  const watch = watchDesk({ database, calendars, clock });
  const inTurn = makeQueue();
  const streams = new Set<LiveStream>();
  let timer: NodeJS.Timeout | undefined;
  let isWoken = false;
  let isFailing = false;
  let isClosing = false;
  const checkTime = makeEvery(checkSessionsEveryMilliseconds);
  const beatTime = makeEvery(beatEveryMilliseconds);

  async function open(follower: Follower, from: string | null): Promise<Readable> {
    const stream = new LiveStream(follower);
    await inTurn(async () => {
      if (isClosing) return stream.end(); // who comes back while the process ends would hold it up: they come back elsewhere
      const known = await directory.current();
      if (streams.size === 0) watch.rest();
      const cursor = await look(known);
      const missed = from === null ? nothing : await missedSince(known, from);
      stream.tell(missed === null ? [eventText('reload', {})] : await textsFor(known, missed).then((texts) => texts(stream)), writeCursor(cursor));
      makeRoom(follower);
      streams.add(stream);
      stream.out.once('close', () => streams.delete(stream));
      lookIn(isWoken ? lookSoonMilliseconds : lookEveryMilliseconds);
    });
    return stream.out;
  }

  async function missedSince(known: Directory, from: string): Promise<News | null> {
    const cursor = readCursor(from);
    return cursor && watch.missedSince(known, cursor);
  }

  /** Who shares an account of the demo shares none of its boards. */
  function makeRoom({ staff }: Follower): void {
    const isSame = (other: LiveStream) => other.follower.staff.id === staff.id && (!staff.isDemo || other.follower.staff.sessionId === staff.sessionId);
    const theirs = [...streams].filter(isSame);
    for (const oldest of theirs.slice(0, Math.max(0, theirs.length - mostStreams + 1))) leave(oldest);
  }

  function leave(stream: LiveStream, lastWords?: string): void {
    streams.delete(stream);
    stream.end(lastWords);
  }

  function lookIn(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void inTurn(work), milliseconds).unref();
  }

  async function work(): Promise<void> {
    if (streams.size === 0) return watch.rest();
    const isOwnChange = isWoken;
    isWoken = false;
    try {
      const cursor = await look(await directory.current());
      if (checkTime.isUp() || isOwnChange) await checkSessions();
      if (beatTime.isUp()) beat(cursor);
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.warn(traceOf(error), 'the live desk cannot look'); // what is missed now is told with the next look
      isFailing = true;
    }
    lookIn(isWoken ? lookSoonMilliseconds : lookEveryMilliseconds);
  }

  /** Tells everybody what is new since the look before. */
  async function look(known: Directory): Promise<Cursor> {
    const { news, cursor } = await watch.look(known);
    const texts = news === null ? () => [eventText('reload', {})] : await textsFor(known, news);
    for (const stream of [...streams]) stream.tell(texts(stream), writeCursor(cursor));
    return cursor;
  }

  async function textsFor(known: Directory, { appointments, calendarIds, delays }: News): Promise<(stream: LiveStream) => string[]> {
    const ofAppointments = appointments.length === 0 ? () => [] : await asTheyAreNow(database, known, appointments, clock.now());
    const write = instantWriter(known);
    const ofCalendars = calendarIds.map((id) => ({ id, text: eventText('calendar', { id }) }));
    const ofDelays = delays.map(({ calendarId: id, minutes, announcedAt }) => ({ id, text: eventText('delay', { calendar_id: id, minutes, announced_at: write(announcedAt) }) }));
    return (stream) => [...ofAppointments(stream), ...[...ofCalendars, ...ofDelays].filter(({ id }) => stream.reachesCalendar(known, id)).map(({ text }) => text)];
  }

  /** One question for all: whose session is over is told so; who reaches further now, or less far, begins anew. */
  async function checkSessions(): Promise<void> {
    checkTime.restart();
    const found = await sessions.findAll([...new Set([...streams].map(({ follower }) => follower.staff.sessionId))]);
    for (const stream of [...streams]) {
      const { staff } = stream.follower;
      const present = found.get(staff.sessionId);
      if (!present) leave(stream, eventText('over', {}));
      else if (present.member.role !== staff.role || JSON.stringify(present.reach) !== JSON.stringify(staff.reach)) leave(stream, eventText('reload', {}));
    }
  }

  function beat(cursor: Cursor): void {
    beatTime.restart();
    for (const stream of [...streams]) stream.beat(writeCursor(cursor));
  }

  return {
    cursor: async () => writeCursor(await watch.cursor()),
    open,
    wake() {
      if (streams.size === 0 || isWoken) return;
      isWoken = true;
      lookIn(lookSoonMilliseconds);
    },
    async close() {
      isClosing = true;
      clearTimeout(timer);
      await inTurn(async () => undefined); // whoever is just being let in
      const left = [...streams].map((stream) => {
        const gone = new Promise<void>((resolve) => stream.out.once('close', resolve));
        leave(stream);
        return gone;
      });
      clearTimeout(timer);
      await Promise.all(left);
    },
  };
}

const nothing: News = { appointments: [], calendarIds: [], delays: [] };

/** Whether so many milliseconds have passed since the last time. */
function makeEvery(milliseconds: number): { isUp(): boolean; restart(): void } {
  let isUp = true;
  let timer: NodeJS.Timeout | undefined;
  return {
    isUp: () => isUp,
    restart() {
      isUp = false;
      clearTimeout(timer);
      timer = setTimeout(() => (isUp = true), milliseconds).unref();
    },
  };
}
