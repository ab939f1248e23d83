// How good a picture the network carries, decided from what was measured: pure, so that a bad evening can be played in a test.

/** From the best to the least; kilobits a second of one picture to one person. */
export const levels = [
  { kilobits: 1200, shrinkBy: 1, framesPerSecond: 24 },
  { kilobits: 600, shrinkBy: 1.5, framesPerSecond: 24 },
  { kilobits: 300, shrinkBy: 2, framesPerSecond: 18 },
  { kilobits: 120, shrinkBy: 4, framesPerSecond: 10 },
] as const;

export type Level = 0 | 1 | 2 | 3;
const least: Level = 3;

/** What two seconds of sending and hearing told; null where the browser does not say. */
export interface Measured {
  /** Share of what was sent that did not arrive, 0 to 1. */
  readonly lostThere: number | null;
  /** Share of what they sent that did not arrive here. */
  readonly lostHere: number | null;
  readonly roundTripMilliseconds: number | null;
  /** What the browser thinks it can send, in kilobits a second. */
  readonly sendable: number | null;
  /** The browser made the picture worse because the network asked for it. */
  readonly isNarrow: boolean;
}

export interface Quality {
  readonly level: Level;
  /** The picture is the least there is, and still too much: voice alone would be better. */
  readonly isTooMuch: boolean;
  readonly badInARow: number;
  readonly goodInARow: number;
  /** How many good ones it takes to try the next better level; twice as many after each try that failed. */
  readonly goodBeforeBetter: number;
  /** How many are still passed over: a connection that has just begun does not know itself yet. */
  readonly toPassOver: number;
}

export const firstQuality: Quality = { level: 1, isTooMuch: false, badInARow: 0, goodInARow: 0, goodBeforeBetter: 5, toPassOver: 4 };

const badBeforeWorse = 2;
const badBeforeVoice = 4;
const mostGoodBeforeBetter = 40;
/** A level that broke so soon after it was tried had been tried too early. */
const soon = 6;

export function nextQuality(before: Quality, measured: Measured): Quality {
  if (before.toPassOver > 0) return { ...before, toPassOver: before.toPassOver - 1 };
  if (isBad(measured, before.level)) return afterBad(before);
  if (isGood(measured)) return afterGood(before);
  return { ...before, badInARow: 0, goodInARow: 0 };
}

function afterBad(before: Quality): Quality {
  const badInARow = before.badInARow + 1;
  const bad = { ...before, badInARow, goodInARow: 0 };
  if (before.level === least) return { ...bad, isTooMuch: before.isTooMuch || badInARow >= badBeforeVoice };
  if (badInARow < badBeforeWorse) return bad;
  const wasTooEarly = before.goodInARow < soon;
  return { ...bad, level: worse(before.level), badInARow: 0, goodBeforeBetter: wasTooEarly ? Math.min(mostGoodBeforeBetter, before.goodBeforeBetter * 2) : before.goodBeforeBetter };
}

function afterGood(before: Quality): Quality {
  const goodInARow = before.goodInARow + 1;
  const good = { ...before, goodInARow, badInARow: 0, isTooMuch: before.isTooMuch && goodInARow < before.goodBeforeBetter };
  if (goodInARow < before.goodBeforeBetter || before.level === 0) return good;
  return { ...good, level: better(before.level), goodInARow: 0 };
}

function isBad({ lostThere, lostHere, roundTripMilliseconds, sendable, isNarrow }: Measured, level: Level): boolean {
  if ((lostThere ?? 0) > 0.08 || (roundTripMilliseconds ?? 0) > 900) return true;
  if (level === least && (lostHere ?? 0) > 0.15) return true;
  return isNarrow && sendable !== null && sendable < levels[level].kilobits * 0.6;
}

function isGood({ lostThere, lostHere, roundTripMilliseconds, isNarrow }: Measured): boolean {
  return (lostThere ?? 0) < 0.03 && (lostHere ?? 0) < 0.05 && (roundTripMilliseconds ?? 0) < 500 && !isNarrow;
}

function worse(level: Level): Level {
  return Math.min(least, level + 1) as Level; // stays within the four
}

function better(level: Level): Level {
  return Math.max(0, level - 1) as Level; // stays within the four
}
