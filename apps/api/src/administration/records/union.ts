import type { ContentOf } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import type { Said } from '../../http/problems.ts';
import type { Kind } from './kind.ts';
import { contentOf } from './kind.ts';
import { inBoth, saidInTwo } from './in-two.ts';

type Content = ContentOf<'union'>;

const twice: Said = { it: 'L’Unione c’è già: modifica quella.', en: 'There is a union already: change that one.' };
const noLogo: Said = { it: 'L’immagine del logo non c’è più: sceglila di nuovo.', en: 'The picture of the logo is not there any more: choose it again.' };

/** There is one; it is changed, never taken away. */
export const union: Kind<Content> = {
  read: ({ unions }) =>
    new Map(
      unions.map(({ id, name, seat, phone, email, address, logoId, languages, links, legalNotes, accessibilityUrl, messagesMonths, textsMonths, trailMonths, accessMonths }) => {
        const months = { messages_months: messagesMonths, texts_months: textsMonths, trail_months: trailMonths, access_months: accessMonths };
        const content = contentOf<Content>({ kind: 'union', name, seat, phone, email, address, logo_id: logoId, languages, links, legal_notes: saidInTwo(legalNotes), accessibility_url: accessibilityUrl, ...months });
        return [id, { state: 'used', content }];
      }),
    ),
  title: ({ name }) => name,
  references: () => [],
  judge: ({ logo_id }, { rows, id }) => [
    ...(rows.unions.some((row) => row.id !== id) ? [{ field: '/kind', detail: twice }] : []),
    ...(logo_id === undefined || rows.logos.some((logo) => logo.id === logo_id) ? [] : [{ field: '/logo_id', detail: noLogo }]),
  ],
  async write(tx, { unions }, { id, content, rows }) {
    const { name, seat, phone, email, address, logo_id = null, languages, links, legal_notes, accessibility_url, messages_months = null, texts_months = null, trail_months = null, access_months = null } = content;
    const months = { messagesMonths: messages_months, textsMonths: texts_months, trailMonths: trail_months, accessMonths: access_months };
    const values = { name, seat, phone, email, address, logoId: logo_id, languages, links: links.map(({ rel, label, url }) => ({ rel, label: inBoth(label), url })), legalNotes: inBoth(legal_notes), accessibilityUrl: accessibility_url ?? null, ...months };
    if (rows.unions.some((row) => row.id === id)) await tx.update(unions).set(values).where(eq(unions.id, id));
    else await tx.insert(unions).values({ id, timeZone: 'Europe/Rome', ...values });
  },
  remove: () => Promise.reject(new Error('The union is never taken away')),
};
