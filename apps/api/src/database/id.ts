import { uuidv7 } from 'uuidv7';

/** A new identifier: UUIDv7 (RFC 9562), so that rows sort by when they were made. */
export function newId(): string {
  return uuidv7();
}

/** When an id was made, by the system's clock of whoever made it; epoch milliseconds. */
export function instantOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** The smallest id of an instant, in epoch milliseconds: ids that were made from then on are not before it. */
export function firstIdAt(instant: number): string {
  const hex = Math.max(0, instant).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
