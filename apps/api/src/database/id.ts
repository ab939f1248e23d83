import { uuidv7 } from 'uuidv7';

/** A new identifier: UUIDv7 (RFC 9562), so that rows sort by when they were made. */
export function newId(): string {
  return uuidv7();
}
