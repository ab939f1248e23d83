import type { ContentOf, Language, MessageName, MessagePreview, MessageTextName } from '@sportello/contract';
import type { Directory } from '../directory/directory.ts';
import { problem } from '../http/problems.ts';
import { exampleContext } from '../notifications/messages/example.ts';
import { productText, writeMessage } from '../notifications/messages/write-message.ts';
import { judgeTexts } from './records/message-text.ts';

interface Wish {
  readonly message: MessageTextName;
  /** Left out: as the product says it. */
  readonly content?: ContentOf<'message_text'> | undefined;
  readonly language: Language;
  /** Public address of the installation. */
  readonly baseUrl: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** How a message would read with this text, about an invented appointment. Throws `validation` for a placeholder that does not exist, `not-found` while no service can be spoken of. */
export function previewMessage(directory: Directory, { message, content, language, baseUrl, now }: Wish): MessagePreview {
  const mistakes = content ? judgeTexts(content) : [];
  if (mistakes.length > 0) throw problem('validation', { errors: mistakes.map(({ field, detail }) => ({ field: `/content${field}`, detail })) });
  const context = exampleContext(directory, { baseUrl, language, now, isRequest: message === 'moved-request' });
  if (!context) throw problem('not-found');
  const text = content?.text[language];
  const ownTexts = text ? { [message]: { subject: content?.subject?.[language] ?? null, title: content?.title?.[language] ?? null, text } } : {};
  const name: MessageName = message === 'moved-request' ? 'moved' : message;
  const written = writeMessage(name, { ...context, ownTexts });
  return { subject: written.subject, text: written.text, product: productText(message, language) };
}
