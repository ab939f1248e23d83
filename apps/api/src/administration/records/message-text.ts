import { type ContentOf, languages, messageTextWords, unknownPlaceholders } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import type { FieldProblem } from '../../http/problems.ts';
import { inBoth, inBothOrNull, saidInTwo } from './in-two.ts';
import { contentOf, type Kind } from './kind.ts';

type Content = ContentOf<'message_text'>;

const twice = { it: 'Questo messaggio ha già un testo dell’Unione.', en: 'This message has a text of the union already.' };
const unknown = (names: readonly string[]) => ({
  it: `Non sappiamo che cosa mettere al posto di ${names.join(', ')}.`,
  en: `We do not know what to put in place of ${names.join(', ')}.`,
});

/** What a message says first, in the words of the union. */
export const messageText: Kind<Content> = {
  read: ({ messageTexts }) =>
    new Map(messageTexts.map(({ id, message, subject, title, text }) => [id, { state: 'used', content: contentOf<Content>({ kind: 'message_text', message, subject: saidInTwo(subject), title: saidInTwo(title), text }) }])),
  title: ({ message }) => messageTextWords.it[message],
  references: () => [],
  judge: (content, { rows, id }) => [
    ...(rows.messageTexts.some((row) => row.id !== id && row.message === content.message) ? [{ field: '/message', detail: twice }] : []),
    ...judgeTexts(content),
  ],
  async write(tx, { messageTexts }, { id, content: { message, subject, title, text } }) {
    const values = { message, subject: inBothOrNull(subject), title: inBothOrNull(title), text: inBoth(text) };
    await tx.insert(messageTexts).values({ id, ...values }).onConflictDoUpdate({ target: messageTexts.id, set: values });
  },
  async remove(tx, { messageTexts }, id) {
    await tx.delete(messageTexts).where(eq(messageTexts.id, id));
  },
};

/** Placeholders that do not exist; fields are JSON pointers into the content. */
export function judgeTexts(content: Content): FieldProblem[] {
  return (['subject', 'title', 'text'] as const).flatMap((part) => languages.flatMap((language) => judgeText(`/${part}/${language}`, content[part]?.[language])));
}

function judgeText(field: string, text = ''): FieldProblem[] {
  const names = unknownPlaceholders(text);
  return names.length > 0 ? [{ field, detail: unknown(names) }] : [];
}
