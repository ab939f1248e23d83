import { addDays, localDay, offsetAt } from '@sportello/scheduling';

const minute = 60_000;

/** The night whose backup is due at an instant, as the day on which it begins at `atMinute` (minutes of the union's wall clock): the last one that has begun. */
export function nightAt(now: number, { timeZone, atMinute }: { timeZone: string; atMinute: number }): string {
  const at = Math.floor(now / minute);
  const today = localDay(timeZone, at);
  return wallMinuteOf(timeZone, at) >= atMinute ? today : addDays(today, -1);
}

/** The file of a backup that begins at an instant: names in the order of time, such as sportello-2026-12-01-0230.jsonl.gz. */
export function fileNameAt(now: number, timeZone: string): string {
  const at = Math.floor(now / minute);
  const wall = wallMinuteOf(timeZone, at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `sportello-${localDay(timeZone, at)}-${two(Math.floor(wall / 60))}${two(wall % 60)}.jsonl.gz`;
}

/** Of the files of a folder, those that are nightly backups of days before the last `keepDays`. */
export function outdatedFiles(names: readonly string[], { now, timeZone, keepDays }: { now: number; timeZone: string; keepDays: number }): string[] {
  const firstKept = addDays(localDay(timeZone, Math.floor(now / minute)), 1 - keepDays);
  return names.filter((name) => {
    const [, day] = /^sportello-(\d{4}-\d{2}-\d{2})-\d{4}\.jsonl\.gz$/.exec(name) ?? [];
    return day !== undefined && day < firstKept;
  });
}

function wallMinuteOf(timeZone: string, at: number): number {
  const local = at + offsetAt(timeZone, at);
  return ((local % 1440) + 1440) % 1440;
}
