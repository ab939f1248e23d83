import { Readable } from 'node:stream';
import type { LiveEventName, LiveEvents } from '@sportello/contract';
import type { Directory } from '../../directory/directory.ts';
import { calendarsWithin } from '../../identity/calendars-within.ts';
import { isWithinReach } from '../../identity/reach.ts';
import type { StaffMember } from '../../identity/staff-member.ts';
import type { Shown } from '../wire.ts';

/** Who follows, and how things are shown to them. */
export interface Follower {
  readonly staff: StaffMember;
  readonly shown: Shown;
}

/** What waits for a browser that does not read: from here on it may come back and load again. */
const mostWaitingCharacters = 512 * 1024;
/** A browser that does not read its last words is not waited for. */
const goodbyeMilliseconds = 1000;
/** After this a browser that lost its stream asks again. */
const retryMilliseconds = 1000;

/** One event as it is written (HTML, 9.2 Server-sent events). Made once, it may be sent to many. */
export function eventText<Name extends LiveEventName>(name: Name, data: LiveEvents[Name]): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** One open stream of somebody of the staff: what it may tell, and its end. */
export class LiveStream {
  readonly follower: Follower;
  /** What the browser reads. */
  readonly out = new Readable({ read: () => undefined, highWaterMark: mostWaitingCharacters, encoding: 'utf8' });
  #isOver = false;
  #calendars: { readonly of: Directory; readonly ids: ReadonlySet<string> } | null = null;

  constructor(follower: Follower) {
    this.follower = follower;
    this.out.on('error', () => undefined); // the browser went; `close` follows
    this.out.push(`retry: ${retryMilliseconds}\n\n`);
  }

  reaches(where: { readonly officeId: string; readonly municipalityId: string }): boolean {
    return isWithinReach(this.follower.staff, where);
  }

  reachesCalendar(directory: Directory, id: string): boolean {
    if (this.#calendars?.of !== directory) {
      this.#calendars = { of: directory, ids: new Set(calendarsWithin(directory, this.follower.staff).map((calendar) => calendar.id)) };
    }
    return this.#calendars.ids.has(id);
  }

  /** Tells these events; with the last one goes from where to go on after them. */
  tell(texts: readonly string[], cursor: string): void {
    const last = texts.at(-1);
    if (last !== undefined) this.#write(`${texts.slice(0, -1).join('')}id: ${cursor}\n${last}`);
  }

  /** Nothing happened: keeps the line open, and says from where to go on. */
  beat(cursor: string): void {
    this.#write(`: still here\nid: ${cursor}\n\n`);
  }

  /** Ends it after these last words. */
  end(lastWords = ''): void {
    if (this.#isOver) return;
    this.#write(lastWords);
    this.#isOver = true;
    if (!this.out.destroyed) this.out.push(null);
    setTimeout(() => this.out.destroy(), goodbyeMilliseconds).unref();
  }

  #write(text: string): void {
    if (text === '' || this.#isOver || this.out.destroyed) return;
    if (this.out.readableLength > mostWaitingCharacters) this.out.destroy();
    else this.out.push(text);
  }
}
