// What the other side says about its file counts for a day: the same file means other times tomorrow, as the horizon goes on.

/** The validator as it is kept, with the day on which the file was read whole. */
export function keptEtag(day: string, etag: string | null): string | null {
  return etag === null ? null : `${day} ${etag}`;
}

/** The validator to ask with today; null: read it whole. */
export function etagOfToday(day: string, kept: string | null): string | null {
  return kept?.startsWith(`${day} `) ? kept.slice(day.length + 1) : null;
}
