import type { ChannelContent, ContentOf } from '@sportello/contract';
import { eq, inArray } from 'drizzle-orm';
import { newId } from '../../database/id.ts';
import type { Localized } from '../../database/schema.ts';
import type { DirectoryRows } from '../../directory/read-rows.ts';
import { canonicalJson } from '../../http/blank-fields.ts';
import { inBoth, saidInTwo } from './in-two.ts';
import { judgeChannel } from './judge-channel.ts';
import { contentOf, type Kind } from './kind.ts';
import { naming, namingEach, ownSlug } from './references.ts';
import { readChannels, writeChannels } from './service-channels.ts';

type Content = ContentOf<'service'>;

const twice = { it: 'Questa modalità c’è già.', en: 'This way is there already.' };
const textNames = ['for_whom', 'how', 'needed', 'result', 'times', 'cost', 'terms'] as const;

type TextColumn = 'forWhom' | 'how' | 'needed' | 'result' | 'times' | 'cost' | 'terms';
const columnOf: Readonly<Record<(typeof textNames)[number], TextColumn>> = { for_whom: 'forWhom', how: 'how', needed: 'needed', result: 'result', times: 'times', cost: 'cost', terms: 'terms' };

/** What people come for, with every rule by which it is booked. */
export const service: Kind<Content> = {
  read: (rows) =>
    new Map(
      rows.services
        .toSorted((one, other) => one.name.it.localeCompare(other.name.it, 'it'))
        .map((row) => [row.id, { state: row.state === 'archived' ? 'archived' : 'used', content: serviceContent(row, rows) }]),
    ),
  title: ({ name }) => name.it,
  references: ({ office_id, life_event_ids, channels }) => [
    ...naming('office', office_id, '/office_id'),
    ...namingEach('life_event', life_event_ids, '/life_event_ids'),
    ...channels.flatMap(({ place_ids, needs }, index) => [
      ...namingEach('place', place_ids, `/channels/${index}/place_ids`),
      ...needs.flatMap((ids, need) => namingEach('calendar', ids, `/channels/${index}/needs/${need}`)),
    ]),
  ],
  judge(content, scene) {
    const { rows, id } = scene;
    const isThereBefore = (channel: string, index: number) => content.channels.findIndex((one) => one.channel === channel) < index;
    return [
      ...ownSlug(rows.services, { id, slug: content.slug }),
      ...content.channels.flatMap((channel, index) => (isThereBefore(channel.channel, index) ? [{ field: `/channels/${index}/channel`, detail: twice }] : [])),
      ...content.channels.flatMap((channel, index) => judgeChannel(channel, { ...scene, field: `/channels/${index}`, isPublished: content.is_published })),
    ];
  },
  async write(tx, tables, { id, content, rows, now }) {
    const { services, serviceLifeEvents } = tables;
    const before = rows.services.find((row) => row.id === id);
    const values = valuesOf(content);
    const isTextChanged = before ? textsOf(serviceContent(before, rows)) !== textsOf(content) : false;
    const raised = { revision: (before?.revision ?? -1) + 1, textsVersion: (before?.textsVersion ?? 1) + (isTextChanged ? 1 : 0) };
    await tx.insert(services).values({ id, ...values, ...raised }).onConflictDoUpdate({ target: services.id, set: { ...values, ...raised } });
    await tx.delete(serviceLifeEvents).where(eq(serviceLifeEvents.serviceId, id));
    const links = content.life_event_ids.map((lifeEventId) => ({ id: newId(), serviceId: id, lifeEventId }));
    if (links.length > 0) await tx.insert(serviceLifeEvents).values(links);
    await writeChannels(tx, tables, { serviceId: id, channels: content.channels, rows, now });
  },
  async remove(tx, { services, serviceLifeEvents, serviceChannels, serviceChannelPlaces, channelCalendars, questions }, id) {
    const ofService = await tx.select({ id: serviceChannels.id }).from(serviceChannels).where(eq(serviceChannels.serviceId, id));
    const ids = ofService.map((row) => row.id);
    if (ids.length > 0) for (const table of [serviceChannelPlaces, channelCalendars, questions]) await tx.delete(table).where(inArray(table.serviceChannelId, ids));
    await tx.delete(serviceChannels).where(eq(serviceChannels.serviceId, id));
    await tx.delete(serviceLifeEvents).where(eq(serviceLifeEvents.serviceId, id));
    await tx.delete(services).where(eq(services.id, id));
  },
};

function serviceContent(row: DirectoryRows['services'][number], rows: DirectoryRows): Content {
  const lifeEventIds = rows.serviceLifeEvents.filter(({ serviceId }) => serviceId === row.id).map(({ lifeEventId }) => lifeEventId);
  return contentOf<Content>({
    kind: 'service',
    slug: row.slug,
    office_id: row.officeId,
    is_published: row.state === 'published',
    name: row.name,
    summary: row.summary,
    ...Object.fromEntries(textNames.map((name) => [name, saidInTwo(row[columnOf[name]])])),
    keywords: row.keywords,
    popularity: row.popularity,
    retention_months: row.retentionMonths,
    life_event_ids: rows.lifeEvents.filter(({ id }) => lifeEventIds.includes(id)).map(({ id }) => id),
    channels: readChannels(row.id, rows),
  });
}

function valuesOf(content: Content) {
  const texts = Object.fromEntries(textNames.map((name) => [columnOf[name], inBoth(content[name])])) as Record<TextColumn, Localized>;
  return {
    slug: content.slug,
    officeId: content.office_id,
    state: content.is_published ? ('published' as const) : ('draft' as const),
    name: inBoth(content.name),
    summary: inBoth(content.summary),
    ...texts,
    keywords: { it: content.keywords.it ?? [], en: content.keywords.en ?? [] },
    popularity: content.popularity,
    retentionMonths: content.retention_months,
  };
}

const channelTexts = ({ channel, documents, before, after, before_video, closing, questions }: ChannelContent) => ({ channel, documents, before, after, before_video, closing, questions });

/** All that somebody reads before, at and after booking: what an appointment keeps the version of. */
function textsOf(content: Content): string {
  return canonicalJson([content.name, content.summary, ...textNames.map((name) => content[name]), content.channels.map(channelTexts)]);
}
