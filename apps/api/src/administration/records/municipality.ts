import type { ContentOf } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { newId } from '../../database/id.ts';
import { contentOf, type Kind } from './kind.ts';
import { inBoth, saidInTwo } from './in-two.ts';
import { apart, inOrder, ownSlug } from './references.ts';

type Content = ContentOf<'municipality'>;

const sameCode = { it: 'C’è già un comune con questo codice ISTAT.', en: 'There is a comune with this ISTAT code already.' };

/** A comune, and when it belongs to the union. */
export const municipality: Kind<Content> = {
  read(rows) {
    const memberships = Map.groupBy(rows.memberships, ({ municipalityId }) => municipalityId);
    return new Map(
      rows.municipalities
        .toSorted((one, other) => one.name.localeCompare(other.name, 'it'))
        .map((row) => {
          const content = contentOf<Content>({
            kind: 'municipality',
            slug: row.slug,
            name: row.name,
            istat_code: row.istatCode,
            cadastral_code: row.cadastralCode,
            postal_code: row.postalCode,
            province: row.province,
            area_code: row.areaCode,
            population: row.population,
            population_at: row.populationAt,
            patron_saint: row.patronSaint,
            patron_day: row.patronDay,
            description: saidInTwo(row.description),
            memberships: (memberships.get(row.id) ?? []).map(({ firstDay, lastDay }) => ({ first_day: firstDay, last_day: lastDay })).sort((one, other) => (one.first_day < other.first_day ? -1 : 1)),
          });
          return [row.id, { state: 'used', content }];
        }),
    );
  },
  title: ({ name }) => name,
  references: () => [],
  judge({ slug, istat_code, memberships }, { rows, id }) {
    const fieldOf = (index: number) => `/memberships/${index}`;
    return [
      ...ownSlug(rows.municipalities, { id, slug }),
      ...(rows.municipalities.some((row) => row.istatCode === istat_code && row.id !== id) ? [{ field: '/istat_code', detail: sameCode }] : []),
      ...memberships.flatMap((membership, index) => inOrder(membership, fieldOf(index))),
      ...apart(memberships, fieldOf),
    ];
  },
  async write(tx, { municipalities, memberships }, { id, content }) {
    const values = {
      slug: content.slug,
      name: content.name,
      istatCode: content.istat_code,
      cadastralCode: content.cadastral_code,
      postalCode: content.postal_code,
      province: content.province,
      areaCode: content.area_code ?? '',
      population: content.population ?? null,
      populationAt: content.population_at ?? null,
      patronSaint: content.patron_saint ?? null,
      patronDay: content.patron_day ?? null,
      description: inBoth(content.description),
    };
    await tx.insert(municipalities).values({ id, ...values }).onConflictDoUpdate({ target: municipalities.id, set: values });
    await tx.delete(memberships).where(eq(memberships.municipalityId, id));
    const rows = content.memberships.map(({ first_day, last_day }) => ({ id: newId(), municipalityId: id, firstDay: first_day, lastDay: last_day ?? null }));
    if (rows.length > 0) await tx.insert(memberships).values(rows);
  },
  async remove(tx, { municipalities, memberships }, id) {
    await tx.delete(memberships).where(eq(memberships.municipalityId, id));
    await tx.delete(municipalities).where(eq(municipalities.id, id));
  },
};
