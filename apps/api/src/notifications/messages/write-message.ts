import type { MessageName } from '../message-names.ts';
import type { MessageContext } from './context.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { writeLetter } from './write-letter.ts';

export interface WrittenMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A message in the language of its context. Pure. */
export function writeMessage(name: MessageName, context: MessageContext): WrittenMessage {
  const letter = writeLetter(name, context);
  return { subject: letter.subject, text: renderText(letter), html: renderHtml(letter) };
}
