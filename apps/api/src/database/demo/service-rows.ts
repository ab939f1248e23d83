import { newId } from '../id.ts';
import type { Tables } from '../schema.ts';
import { bookingRulesOf } from './booking-rules.ts';
import type { ChannelContent, DemoContent, ServiceContent } from './content/shape.ts';
import type { DemoIds } from './ids.ts';

type Rows<Name extends keyof Tables> = Tables[Name]['$inferInsert'][];

/** The services, all published, with their channels, places, questions and the calendars that can serve them. */
export function serviceRows({ services }: DemoContent, ids: DemoIds) {
  const channels = services.flatMap((service) =>
    service.channels.map((content) => ({ id: ids.serviceChannel(`${service.key} ${content.channel}`), serviceId: ids.service(service.key), content })),
  );
  return {
    services: services.map((service) => serviceRow(service, ids)),
    serviceLifeEvents: services.flatMap(({ key, lifeEvents }) =>
      lifeEvents.map((event) => ({ id: newId(), serviceId: ids.service(key), lifeEventId: ids.lifeEvent(event) })),
    ) satisfies Rows<'serviceLifeEvents'>,
    serviceChannels: channels.map(({ id, serviceId, content }) => ({
      id,
      serviceId,
      channel: content.channel,
      ...bookingRulesOf(content),
      ...content.texts,
    })) satisfies Rows<'serviceChannels'>,
    serviceChannelPlaces: channels.flatMap(({ id, content: { places = [] } }) =>
      places.map((place) => ({ id: newId(), serviceChannelId: id, placeId: ids.place(place) })),
    ) satisfies Rows<'serviceChannelPlaces'>,
    channelCalendars: channels.flatMap(({ id, content: { needs } }) =>
      needs.flatMap((keys, need) => keys.map((key) => ({ id: newId(), serviceChannelId: id, need, calendarId: ids.calendar(key) }))),
    ) satisfies Rows<'channelCalendars'>,
    questions: channels.flatMap(({ id, content }) => questionRows(id, content)),
  };
}

function serviceRow(service: ServiceContent, ids: DemoIds): Tables['services']['$inferInsert'] {
  return {
    id: ids.service(service.key),
    slug: service.slug,
    officeId: ids.office(service.office),
    state: 'published',
    name: service.name,
    summary: service.summary,
    forWhom: service.forWhom,
    how: service.how,
    needed: service.needed,
    result: service.result,
    times: service.times,
    cost: service.cost,
    terms: service.terms,
    keywords: service.keywords,
    popularity: service.popularity,
  };
}

function questionRows(serviceChannelId: string, { questions = [] }: ChannelContent): Rows<'questions'> {
  return questions.map(({ kind, label, help = null, required, choices = [] }, position) => ({
    id: newId(),
    serviceChannelId,
    position,
    kind,
    label,
    help,
    required,
    choices,
  }));
}
