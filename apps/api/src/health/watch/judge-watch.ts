import type { LightState } from '@sportello/contract';
import type { Tables } from '../../database/schema.ts';

export type Watch = Readonly<Tables['lightWatches']['$inferSelect']>;

/** What one look found; instants are epoch milliseconds. */
export interface Look {
  readonly name: string;
  readonly state: LightState;
  /** Somebody deals with it already, or was told by a mail of its own: no trouble of the watch. */
  readonly isToldElsewhere: boolean;
  readonly since: number;
  readonly checkedAt: number;
}

const hour = 3_600_000;
/** What was seen once may be over in a moment. */
const looksToHold = 2;
/** What is yellow for so long does not mend itself. */
const longMilliseconds = 24 * hour;
/** Well again for so long, before it is said to be over. */
const calmMilliseconds = hour / 4;
/** Of a light that goes on and off, administrators are told no more often. */
const tellAgainMilliseconds = 6 * hour;

/**
 * What a look makes of what is known of a light. It is a trouble when two looks found it red, or yellow for a day; it is over when two
 * looks and a quarter of an hour found it well. Told now: `toldAt === now`; over now, after it was told: `clearedAt === now`. Pure.
 */
export function judgeWatch(before: Watch | null, look: Look, now: number): Watch | null {
  const isNew = look.checkedAt > (before?.lookedAt ?? -Infinity);
  if (look.state === 'unknown' || !isNew) return before;
  const seen = seenIn(look);
  const wasSame = before !== null && (before.seen === 'well') === (seen === 'well');
  const after: Watch = {
    ...(before ?? neverSeen),
    id: look.name,
    seen,
    looks: wasSame ? before.looks + 1 : 1,
    badLooks: seen === 'bad' ? (before?.badLooks ?? 0) + 1 : 0,
    lookedAt: look.checkedAt,
  };
  return seen === 'well' ? judgeWell(after, now) : judgeWrong({ ...after, wrongSince: after.wrongSince ?? Math.min(look.since, look.checkedAt), wellSince: null }, now);
}

/** A trouble that began and has no end yet. */
export function isOpen({ troubleSince, troubleUntil }: Pick<Watch, 'troubleSince' | 'troubleUntil'>): boolean {
  return troubleSince !== null && troubleUntil === null;
}

function seenIn({ state, isToldElsewhere }: Look): Watch['seen'] {
  if (isToldElsewhere) return 'well';
  return state === 'bad' || state === 'attention' ? state : 'well';
}

function judgeWell(watch: Watch, now: number): Watch {
  if (watch.wrongSince === null) return watch;
  const wellSince = watch.wellSince ?? watch.lookedAt;
  const mustBeCalm = isOpen(watch) ? calmMilliseconds : 0;
  if (watch.looks < looksToHold || watch.lookedAt - wellSince < mustBeCalm) return { ...watch, wellSince };
  const ended = isOpen(watch) ? { troubleUntil: wellSince, clearedAt: watch.toldAs === null ? watch.clearedAt : now } : {};
  return { ...watch, ...ended, wrongSince: null, wellSince: null, toldAs: null };
}

function judgeWrong(watch: Watch, now: number): Watch {
  const wrongSince = watch.wrongSince ?? watch.lookedAt;
  const isBad = watch.badLooks >= looksToHold;
  const isLong = watch.looks >= looksToHold && watch.lookedAt - wrongSince >= longMilliseconds;
  if (!isOpen(watch) && !isBad && !isLong) return watch;
  const open: Watch = isOpen(watch) ? watch : { ...watch, troubleSince: wrongSince, troubleUntil: null, clearedAt: null };
  const as = isBad ? 'bad' : 'attention';
  return mustTell(open, as, now) ? { ...open, toldAs: as, toldAt: now } : open;
}

function mustTell({ toldAs, toldAt }: Watch, as: 'bad' | 'attention', now: number): boolean {
  if (toldAs !== null) return toldAs === 'attention' && as === 'bad';
  return toldAt === null || now - toldAt >= tellAgainMilliseconds;
}

const neverSeen: Omit<Watch, 'id' | 'seen' | 'looks' | 'badLooks' | 'lookedAt'> = {
  wrongSince: null, wellSince: null, troubleSince: null, troubleUntil: null, toldAs: null, toldAt: null, clearedAt: null,
};
