import * as Type from 'typebox';
import { route } from '../route.ts';
import { Accepted } from '../schemas/booking.ts';
import { List, ListQuery, oneOf } from '../schemas/common.ts';
import { Faq, LifeEvent, PlaceItem, RatingRequest, ReportRequest, TextPage } from '../schemas/directory.ts';

const closed = { additionalProperties: false } as const;
const tag = 'site';
const querystring = Type.Object(ListQuery, closed);

export const listLifeEvents = route({
  method: 'GET',
  url: '/life-events',
  operationId: 'list_life_events',
  summary: 'The life events',
  description: 'The events of life by which services are grouped, in their order.',
  tag,
  access: 'open',
  querystring,
  success: { 200: List(LifeEvent, 'Life events') },
  problems: [],
});

export const listPlaces = route({
  method: 'GET',
  url: '/places',
  operationId: 'list_places',
  summary: 'The places',
  description: 'Where people are received, with address, hours and how to get in.',
  tag,
  access: 'open',
  querystring,
  success: { 200: List(PlaceItem, 'Places') },
  problems: [],
});

export const listFaqs = route({
  method: 'GET',
  url: '/faqs',
  operationId: 'list_faqs',
  summary: 'Frequent questions',
  description: 'Frequent questions and their answers, in their order.',
  tag,
  access: 'open',
  querystring,
  success: { 200: List(Faq, 'Questions and answers') },
  problems: [],
});

export const showTextPage = route({
  method: 'GET',
  url: '/pages/:name',
  operationId: 'show_page',
  summary: 'A text of the union',
  description: 'The privacy notice in force, or the legal notes.',
  tag,
  access: 'open',
  params: Type.Object({ name: oneOf(['privacy', 'legal-notes'], 'Which text') }, closed),
  success: { 200: TextPage },
  problems: ['not-found'],
});

export const createRating = route({
  method: 'POST',
  url: '/ratings',
  operationId: 'create_rating',
  summary: 'Rate a page or a service',
  description: 'How clear a page is, or how easy a service was to use: nothing is kept of who says so.',
  tag,
  access: 'open',
  body: RatingRequest,
  success: { 202: Accepted },
  problems: [],
});

export const createReport = route({
  method: 'POST',
  url: '/reports',
  operationId: 'create_report',
  summary: 'Report a problem',
  description: 'A page that does not work, or a barrier to somebody: it is sent to the union by mail.',
  tag,
  access: 'open',
  body: ReportRequest,
  success: { 202: Accepted },
  problems: [],
});
