/**
 * From where a stream goes on. Instants are those in ids (the system's clock of whoever writes), so they can be compared
 * with the ids of events; `fingerprint` changes with the time of any calendar.
 */
export interface Cursor {
  readonly instant: number;
  readonly fingerprint: number;
}

export function writeCursor({ instant, fingerprint }: Cursor): string {
  return `${instant}.${fingerprint}`;
}

/** null for what no cursor is. */
export function readCursor(text: string): Cursor | null {
  const [, instant, fingerprint] = /^(\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
  return instant && fingerprint ? { instant: Number(instant), fingerprint: Number(fingerprint) } : null;
}
