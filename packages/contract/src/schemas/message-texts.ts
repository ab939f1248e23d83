/** The messages that an appointment can send to the citizen; the word in the column `message` of the outbox. */
export const messageNames = [
  'confirmation', 'request-received', 'moved', 'moved-by-desk', 'proposed', 'approved', 'refused', 'cancelled', 'cancelled-by-desk', 'reminder', 'access-link', 'papers-given',
] as const;
export type MessageName = (typeof messageNames)[number];

/** What the union may say in words of its own: each message, and a move that an official still has to approve. */
export const messageTextNames = [...messageNames, 'moved-request'] as const;
export type MessageTextName = (typeof messageTextNames)[number];
