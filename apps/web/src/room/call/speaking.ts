// Who speaks, from how loud they are: shown at once, and announced only when it holds and is somebody else than before.

export interface Speaking {
  /** Of those who are heard now, when they began, in milliseconds. */
  readonly since: Readonly<Record<string, number>>;
  /** When each was loud last: between two words nobody has stopped speaking. */
  readonly loudAt: Readonly<Record<string, number>>;
  /** Who was announced last. */
  readonly announced: string | null;
}

export const nobodySpeaks: Speaking = { since: {}, loudAt: {}, announced: null };

const loudFrom = 0.02;
const pauseMilliseconds = 900;
const holdMilliseconds = 2_000;

/** `levels`: by person, 0 to 1. */
export function followSpeaking(before: Speaking, levels: Readonly<Record<string, number>>, now: number): Speaking {
  const loudAt: Record<string, number> = {};
  const since: Record<string, number> = {};
  for (const [person, level] of Object.entries(levels)) {
    const last = level >= loudFrom ? now : before.loudAt[person];
    if (last === undefined || now - last > pauseMilliseconds) continue;
    loudAt[person] = last;
    since[person] = before.since[person] ?? now;
  }
  const held = Object.keys(since).filter((person) => now - (since[person] ?? now) >= holdMilliseconds);
  const announced = before.announced !== null && held.includes(before.announced) ? before.announced : (held[0] ?? before.announced);
  return { since, loudAt, announced };
}

export function speakersOf({ since }: Speaking): readonly string[] {
  return Object.keys(since);
}
