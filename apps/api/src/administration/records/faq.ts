import type { ContentOf } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { contentOf, type Kind } from './kind.ts';
import { inBoth } from './in-two.ts';

type Content = ContentOf<'faq'>;

/** A question that people often ask, with its answer. */
export const faq: Kind<Content> = {
  read: ({ faqs }) => new Map(faqs.map(({ id, position, question, answer }) => [id, { state: 'used', content: contentOf<Content>({ kind: 'faq', position, question, answer }) }])),
  title: ({ question }) => question.it,
  references: () => [],
  judge: () => [],
  async write(tx, { faqs }, { id, content: { position, question, answer } }) {
    const values = { position, question: inBoth(question), answer: inBoth(answer) };
    await tx.insert(faqs).values({ id, ...values }).onConflictDoUpdate({ target: faqs.id, set: values });
  },
  async remove(tx, { faqs }, id) {
    await tx.delete(faqs).where(eq(faqs.id, id));
  },
};
