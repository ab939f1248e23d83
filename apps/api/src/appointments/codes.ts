import { randomBytes } from 'node:crypto';
import { formatAppointmentCode, makeAppointmentCode } from '@sportello/contract';
import type { Writer } from '../database/database.ts';
import type { AppointmentQueries } from './queries.ts';

/** A code that no appointment has, as it is stored. */
export async function freshCode(queries: AppointmentQueries, tx: Writer): Promise<string> {
  const code = storedCode(makeAppointmentCode((length) => randomBytes(length)));
  return (await queries.byCode(tx, code)) ? freshCode(queries, tx) : code;
}

/** As it is stored: eight characters without the hyphen. */
export function storedCode(shown: string): string {
  return shown.replace('-', '');
}

/** As people see it: two groups of four; empty for what has no code yet. */
export function shownCode(stored: string | null): string {
  return stored ? formatAppointmentCode(stored) : '';
}
