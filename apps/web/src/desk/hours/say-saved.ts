import type { CallOutput, changeCalendars } from '@sportello/contract';
import type { it } from '../../messages/desk-hours.it.ts';

/** What a saved change did, in a sentence. */
export function saySaved({ moved, reassigned, cancelled, to_call }: CallOutput<typeof changeCalendars>, texts: typeof it.undo, what: string = texts.saved): string {
  const facts = [moved > 0 && texts.moved(moved), reassigned > 0 && texts.reassigned(reassigned), cancelled > 0 && texts.cancelled(cancelled), to_call > 0 && texts.toCall(to_call)].filter(Boolean);
  return facts.length > 0 ? `${what} ${facts.join(', ')}.` : what;
}
