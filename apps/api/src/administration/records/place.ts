import type { ContentOf } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { contentOf, isArchived, type Kind } from './kind.ts';
import { inBoth, saidInTwo } from './in-two.ts';
import { naming, ownSlug } from './references.ts';

type Content = ContentOf<'place'>;

const bothDegrees = { it: 'Indica latitudine e longitudine, o nessuna delle due.', en: 'Give latitude and longitude, or neither.' };
const tooFarNorth = { it: 'La latitudine va da -90 a 90 gradi.', en: 'A latitude is between -90 and 90 degrees.' };

/** An address where people are received. */
export const place: Kind<Content> = {
  read: (rows) =>
    new Map(
      rows.places
        .toSorted((one, other) => one.name.it.localeCompare(other.name.it, 'it'))
        .map((row) => {
          const { slug, name, municipalityId, street, postalCode, locality, province, accessNotes, hoursText, latitude, longitude } = row;
          const content = contentOf<Content>({ kind: 'place', slug, name, municipality_id: municipalityId, street, postal_code: postalCode, locality, province, access_notes: saidInTwo(accessNotes), hours: saidInTwo(hoursText), latitude, longitude });
          return [row.id, { state: isArchived(row), content }];
        }),
    ),
  title: ({ name }) => name.it,
  references: ({ municipality_id }) => naming('municipality', municipality_id, '/municipality_id'),
  judge({ slug, latitude, longitude }, { rows, id }) {
    return [
      ...ownSlug(rows.places, { id, slug }),
      ...((latitude === undefined) === (longitude === undefined) ? [] : [{ field: latitude === undefined ? '/latitude' : '/longitude', detail: bothDegrees }]),
      ...(latitude !== undefined && Math.abs(Number(latitude)) > 90 ? [{ field: '/latitude', detail: tooFarNorth }] : []),
    ];
  },
  async write(tx, { places }, { id, content }) {
    const { slug, name, municipality_id, street, postal_code, locality, province, access_notes, hours, latitude, longitude } = content;
    const values = { slug, name: inBoth(name), municipalityId: municipality_id, street, postalCode: postal_code, locality, province, accessNotes: inBoth(access_notes), hoursText: inBoth(hours), latitude: latitude ?? null, longitude: longitude ?? null };
    await tx.insert(places).values({ id, ...values }).onConflictDoUpdate({ target: places.id, set: values });
  },
  async remove(tx, { places }, id) {
    await tx.delete(places).where(eq(places.id, id));
  },
};
