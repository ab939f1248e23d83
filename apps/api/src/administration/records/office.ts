import type { ContentOf } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { newId } from '../../database/id.ts';
import { contentOf, isArchived, type Kind } from './kind.ts';
import { inBoth, saidInTwo } from './in-two.ts';
import { apart, inOrder, naming, ownSlug } from './references.ts';

type Content = ContentOf<'office'>;

const otherOffice = { it: 'Questo servizio è di un altro ufficio.', en: 'This service belongs to another office.' };

/** A competence of the union, and which comuni it serves. */
export const office: Kind<Content> = {
  read(rows) {
    const served = Map.groupBy(rows.competences, ({ officeId }) => officeId);
    return new Map(
      rows.offices.map((row) => {
        const serves = (served.get(row.id) ?? [])
          .map(({ municipalityId, serviceId, firstDay, lastDay }) => ({ municipality_id: municipalityId, service_id: serviceId, first_day: firstDay, last_day: lastDay }))
          .sort((one, other) => (`${one.municipality_id} ${one.service_id ?? ''} ${one.first_day}` < `${other.municipality_id} ${other.service_id ?? ''} ${other.first_day}` ? -1 : 1));
        const content = contentOf<Content>({ kind: 'office', slug: row.slug, name: row.name, short_name: row.shortName, description: saidInTwo(row.description), phone: row.phone, email: row.email, position: row.position, serves });
        return [row.id, { state: isArchived(row), content }];
      }),
    );
  },
  title: ({ name }) => name.it,
  references: ({ serves }) =>
    serves.flatMap(({ municipality_id, service_id }, index) => [...naming('municipality', municipality_id, `/serves/${index}/municipality_id`), ...naming('service', service_id, `/serves/${index}/service_id`)]),
  judge({ slug, serves }, { rows, id }) {
    const fieldOf = (index: number) => `/serves/${index}`;
    const ofService = (serviceId: string | undefined) => rows.services.find((service) => service.id === serviceId);
    const groups = Map.groupBy(serves.keys(), (index) => `${serves[index]?.municipality_id} ${serves[index]?.service_id ?? ''}`);
    return [
      ...ownSlug(rows.offices, { id, slug }),
      ...serves.flatMap((one, index) => [
        ...(ofService(one.service_id) && ofService(one.service_id)?.officeId !== id ? [{ field: `${fieldOf(index)}/service_id`, detail: otherOffice }] : []),
        ...inOrder(one, fieldOf(index)),
      ]),
      ...[...groups.values()].flatMap((indexes) => apart(indexes.flatMap((index) => serves[index] ?? []), (place) => fieldOf(indexes[place] ?? 0))),
    ];
  },
  async write(tx, { offices, competences }, { id, content }) {
    const { slug, name, short_name, description, phone, email, position, serves } = content;
    const values = { slug, name: inBoth(name), shortName: inBoth(short_name), description: inBoth(description), phone, email, position };
    await tx.insert(offices).values({ id, ...values }).onConflictDoUpdate({ target: offices.id, set: values });
    await tx.delete(competences).where(eq(competences.officeId, id));
    const rows = serves.map(({ municipality_id, service_id, first_day, last_day }) => ({ id: newId(), officeId: id, municipalityId: municipality_id, serviceId: service_id ?? null, firstDay: first_day, lastDay: last_day ?? null }));
    if (rows.length > 0) await tx.insert(competences).values(rows);
  },
  async remove(tx, { offices, competences }, id) {
    await tx.delete(competences).where(eq(competences.officeId, id));
    await tx.delete(offices).where(eq(offices.id, id));
  },
};
