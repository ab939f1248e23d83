import type { Language, MessageName, MessageTextName } from '@sportello/contract';
import type { MessageContext } from './context.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { wordings } from './wordings.ts';
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

/** What the product says first in a message, as a text of the union would say it: with placeholders. */
export function productText(name: MessageTextName, language: Language): { readonly subject: string; readonly title: string; readonly text: string } {
  const { movedRequest, openings } = wordings[language];
  const { subject, title, text } = name === 'moved-request' ? movedRequest : openings[name];
  return { subject: subject('{quando}'), title, text };
}
