import type { ContentOf } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { contentOf, type Kind } from './kind.ts';
import { inBoth, saidInTwo } from './in-two.ts';
import { ownSlug } from './references.ts';

type Content = ContentOf<'life_event'>;

/** What happens in somebody's life, as a way to the services that go with it. */
export const lifeEvent: Kind<Content> = {
  read: ({ lifeEvents }) => new Map(lifeEvents.map(({ id, slug, name, description, position }) => [id, { state: 'used', content: contentOf<Content>({ kind: 'life_event', slug, name, description: saidInTwo(description), position }) }])),
  title: ({ name }) => name.it,
  references: () => [],
  judge: ({ slug }, { rows, id }) => ownSlug(rows.lifeEvents, { id, slug }),
  async write(tx, { lifeEvents }, { id, content: { slug, name, description, position } }) {
    const values = { slug, name: inBoth(name), description: inBoth(description), position };
    await tx.insert(lifeEvents).values({ id, ...values }).onConflictDoUpdate({ target: lifeEvents.id, set: values });
  },
  async remove(tx, { lifeEvents, serviceLifeEvents }, id) {
    await tx.delete(serviceLifeEvents).where(eq(serviceLifeEvents.lifeEventId, id));
    await tx.delete(lifeEvents).where(eq(lifeEvents.id, id));
  },
};
