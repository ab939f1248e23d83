import { type MessageName, messageNames } from '@sportello/contract';

/** Whether this version of the worker knows how to write it; a newer process may have put others into the outbox. */
export function isMessageName(text: string): text is MessageName {
  return messageNames.some((name) => name === text);
}
