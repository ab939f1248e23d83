import { type Channel, channels } from '@sportello/contract';
import type { ChannelRules, Question, Service } from './directory.ts';
import type { DirectoryRows } from './read-rows.ts';

/** The rows of all channels, grouped by what they hang on. */
interface Groups {
  readonly lifeEvents: Grouped<DirectoryRows['serviceLifeEvents']>;
  readonly channels: Grouped<DirectoryRows['serviceChannels']>;
  readonly places: Grouped<DirectoryRows['serviceChannelPlaces']>;
  readonly questions: Grouped<DirectoryRows['questions']>;
  readonly calendars: Grouped<DirectoryRows['channelCalendars']>;
}

type Grouped<Rows extends readonly unknown[]> = ReadonlyMap<string, readonly Rows[number][]>;

/** The services with their channels, and on each what it needs, its places and its questions. */
export function servicesOf(rows: DirectoryRows): Service[] {
  const groups: Groups = {
    lifeEvents: Map.groupBy(rows.serviceLifeEvents, ({ serviceId }) => serviceId),
    channels: Map.groupBy(rows.serviceChannels, ({ serviceId }) => serviceId),
    places: Map.groupBy(rows.serviceChannelPlaces, ({ serviceChannelId }) => serviceChannelId),
    questions: Map.groupBy(rows.questions, ({ serviceChannelId }) => serviceChannelId),
    calendars: Map.groupBy(rows.channelCalendars, ({ serviceChannelId }) => serviceChannelId),
  };
  return rows.services.map((service) => ({
    ...service,
    lifeEventSlugs: lifeEventSlugsOf(service.id, rows, groups),
    channels: channelsOf(service.id, rows, groups),
  }));
}

/** In the order of the life events. */
function lifeEventSlugsOf(serviceId: string, { lifeEvents }: DirectoryRows, groups: Groups): string[] {
  const ids = new Set(groups.lifeEvents.get(serviceId)?.map(({ lifeEventId }) => lifeEventId));
  return lifeEvents.filter(({ id }) => ids.has(id)).map(({ slug }) => slug);
}

function channelsOf(serviceId: string, rows: DirectoryRows, groups: Groups): ReadonlyMap<Channel, ChannelRules> {
  const ofService = (groups.channels.get(serviceId) ?? []).filter(({ archivedAt }) => archivedAt === null);
  const inOrder = channels.flatMap((channel) => ofService.filter((row) => row.channel === channel));
  return new Map(inOrder.map((row) => [row.channel, { ...row, ...whatHangsOn(row.id, rows, groups) }]));
}

function whatHangsOn(serviceChannelId: string, rows: DirectoryRows, groups: Groups): Pick<ChannelRules, 'needs' | 'placeIds' | 'questions'> {
  const living = new Set(rows.places.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id));
  const places = groups.places.get(serviceChannelId) ?? [];
  return {
    needs: needsOf(groups.calendars.get(serviceChannelId) ?? [], rows.calendars),
    placeIds: places.map(({ placeId }) => placeId).filter((id) => living.has(id)),
    questions: (groups.questions.get(serviceChannelId) ?? []).filter(({ archivedAt }) => archivedAt === null).map(asQuestion),
  };
}

/** A need whose calendars are all archived stays, empty: nobody can meet it, so nothing is offered. */
function needsOf(links: DirectoryRows['channelCalendars'], calendars: DirectoryRows['calendars']): string[][] {
  const byNeed = [...Map.groupBy(links, ({ need }) => need)].sort(([one], [other]) => one - other);
  return byNeed.map(([, ofNeed]) => {
    const ids = new Set(ofNeed.map(({ calendarId }) => calendarId));
    return calendars.filter(({ id, archivedAt }) => ids.has(id) && archivedAt === null).map(({ id }) => id);
  });
}

function asQuestion({ id, kind, label, help, required, choices }: DirectoryRows['questions'][number]): Question {
  return { id, kind, label, help, required, choices };
}
