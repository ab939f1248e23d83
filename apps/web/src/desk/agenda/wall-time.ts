// The clock on the wall of the desk, wherever the official is: a day `2026-12-03` and minutes of it, 0 to 1440.
const zone = 'Europe/Rome';
const minuteMilliseconds = 60_000;
export const minutesADay = 1440;

// The Swedish write days and times as ISO does: "2026-12-03 10:00".
const onTheWall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export interface WallTime {
  readonly day: string;
  readonly minute: number;
}

export function wallTimeOf(instant: string | number): WallTime {
  const written = onTheWall.format(new Date(instant));
  return { day: written.slice(0, 10), minute: Number(written.slice(11, 13)) * 60 + Number(written.slice(14, 16)) };
}

/** The instant, in UTC, at which the wall reads this. A time that a summer-time night skips is read an hour later; of one that comes twice, the later. */
export function instantAt(day: string, minute: number): string {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minute * minuteMilliseconds;
  const guess = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(guess)).toISOString();
}

/** What the wall reads beyond UTC, in milliseconds. */
function offsetAt(instant: number): number {
  const { day, minute } = wallTimeOf(instant);
  return Date.parse(`${day}T00:00:00Z`) + minute * minuteMilliseconds - Math.floor(instant / minuteMilliseconds) * minuteMilliseconds;
}

/** "09:05"; the end of the day is "24:00". */
export function writeMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The minute of "09:05", as a field for times writes it; null for anything else. */
export function readMinute(text: string | null): number | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text ?? '');
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}
