import { parseAppointmentCode } from '@sportello/contract';
import { tab } from '../storage.ts';

/**
 * The secrets that open appointments, by code: in the storage of the tab, so that a refresh keeps them and a closed tab
 * does not; in a browser without storage, in memory until the page is left.
 */
const inMemory = new Map<string, string>();

export function keepToken(code: string, token: string): void {
  inMemory.set(nameOf(code), token);
  tab.write(nameOf(code), token);
}

export function tokenFor(code: string): string | null {
  return inMemory.get(nameOf(code)) ?? tab.read(nameOf(code));
}

export function forgetToken(code: string): void {
  inMemory.delete(nameOf(code));
  tab.forget(nameOf(code));
}

/** One name however the code is written. */
function nameOf(code: string): string {
  return `link.${parseAppointmentCode(code) ?? code}`;
}
