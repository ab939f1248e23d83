import { listPasskeys, listSessions } from '@sportello/contract';
import { askAllStaff, readAgain } from '../staff-call.ts';

export const passkeys = askAllStaff(listPasskeys);
export const sessions = askAllStaff(listSessions);

export function readPasskeysAgain(): Promise<void> {
  return readAgain(listPasskeys);
}

export function readSessionsAgain(): Promise<void> {
  return readAgain(listSessions);
}
