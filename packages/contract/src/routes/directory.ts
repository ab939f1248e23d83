import * as Type from 'typebox';
import { route } from '../route.ts';
import { ChannelName, Id, List, ListQuery } from '../schemas/common.ts';
import { LogoId } from '../schemas/logo.ts';
import { Municipality, Office, ServiceItem, ServicePage, Status, Union } from '../schemas/directory.ts';

const closed = { additionalProperties: false } as const;
const tag = 'directory';

export const showStatus = route({
  method: 'GET',
  url: '/status',
  operationId: 'show_status',
  summary: 'Whether the service can answer',
  description: 'Answers 200 when the service is ready to take bookings, a 503 problem when it is not.',
  tag: 'status',
  access: 'open',
  success: { 200: Status },
  problems: [],
});

export const showUnion = route({
  method: 'GET',
  url: '/union',
  operationId: 'show_union',
  summary: 'The union of comuni',
  description: 'Name and contacts of the union, links for the footer, languages, time zone and the current privacy notice.',
  tag,
  access: 'open',
  success: { 200: Union },
  problems: [],
});

export const showLogo = route({
  method: 'GET',
  url: '/logos/:logo_id',
  operationId: 'show_logo',
  summary: 'The logo of the union',
  description: 'A PNG, JPEG or WebP picture. It never changes: another one has another address, which the union says.',
  tag,
  access: 'open',
  params: Type.Object({ logo_id: LogoId }, closed),
  success: { 200: Type.Unsafe<unknown>({ description: 'The picture' }) },
  file: true,
  problems: ['not-found'],
});

export const listMunicipalities = route({
  method: 'GET',
  url: '/municipalities',
  operationId: 'list_municipalities',
  summary: 'The member comuni',
  description: 'The comuni that are members of the union today, by name.',
  tag,
  access: 'open',
  querystring: Type.Object(ListQuery, closed),
  success: { 200: List(Municipality, 'Municipalities') },
  problems: [],
});

export const listOffices = route({
  method: 'GET',
  url: '/offices',
  operationId: 'list_offices',
  summary: 'The offices',
  description: 'The offices of the union and the comuni that each serves today.',
  tag,
  access: 'open',
  querystring: Type.Object(ListQuery, closed),
  success: { 200: List(Office, 'Offices') },
  problems: [],
});

export const listServices = route({
  method: 'GET',
  url: '/services',
  operationId: 'list_services',
  summary: 'The published services',
  description: 'All published services by name, or those that answer the words in `q`, the best match first; accents and small typing errors are forgiven.',
  tag,
  access: 'open',
  querystring: Type.Object(
    {
      q: Type.Optional(Type.String({ format: 'line', maxLength: 200, description: 'What the person looks for, in their own words' })),
      office_id: Type.Optional(Id),
      municipality_id: Type.Optional(Id),
      channel: Type.Optional(ChannelName),
      ...ListQuery,
    },
    closed,
  ),
  success: { 200: List(ServiceItem, 'Services') },
  problems: [],
});

export const showService = route({
  method: 'GET',
  url: '/services/:id',
  operationId: 'show_service',
  summary: 'Everything that a service page shows',
  description: 'One published service, by identifier or slug, with its channels, their rules, places and questions.',
  tag,
  access: 'open',
  params: Type.Object({ id: Type.String({ maxLength: 200, description: 'Identifier or slug of the service' }) }, closed),
  success: { 200: ServicePage },
  problems: ['not-found'],
});
