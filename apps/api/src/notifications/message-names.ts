/** The messages that an appointment can send; the word in the column `message` of the outbox. */
export const messageNames = [
  'confirmation',
  'request-received',
  'moved',
  'moved-by-desk',
  'proposed',
  'approved',
  'refused',
  'cancelled',
  'cancelled-by-desk',
  'reminder',
  'access-link',
  'papers-given',
] as const;

export type MessageName = (typeof messageNames)[number];

/** Whether this version of the worker knows how to write it; a newer process may have put others into the outbox. */
export function isMessageName(text: string): text is MessageName {
  return messageNames.some((name) => name === text);
}
