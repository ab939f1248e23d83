import * as Type from 'typebox';
import { route } from '../route.ts';
import { ListQuery } from '../schemas/common.ts';
import { FirstSteps, ItalianComuneList, JoiningComuni } from '../schemas/first-steps.ts';
import { RecordItem } from '../schemas/records.ts';

// From an empty database to the first service that citizens can book.
const tag = 'union';
const access = 'staff';
const closed = { additionalProperties: false } as const;

export const showFirstSteps = route({
  method: 'GET', url: '/staff/first-steps', operationId: 'show_first_steps',
  summary: 'How far the set-up has come', description: 'Told from what exists: a desk in use has all steps done.',
  tag, access, permission: 'union.read', success: { 200: FirstSteps }, problems: [],
});

export const listItalianComuni = route({
  method: 'GET', url: '/staff/italian-comuni', operationId: 'list_italian_comuni',
  summary: 'The comuni of Italy', description: 'By the beginning of a name or of one of its words, in any case and without accents. The sign or the whole name of a province answers with all its comuni, that one first which is called like it.',
  tag, access, permission: 'union.read',
  querystring: Type.Object({ q: Type.String({ format: 'line', minLength: 1, maxLength: 100, description: 'A name, or a province' }), ...ListQuery }, closed),
  success: { 200: ItalianComuneList }, problems: [],
});

export const joinMunicipalities = route({
  method: 'POST', url: '/staff/italian-comuni/memberships', operationId: 'create_italian_comuni_memberships',
  summary: 'Comuni of the list join the union', description: 'All of them or none. One that is a member on that day stays as it is, so that the same may be asked twice.',
  tag, access, permission: 'union.change', body: JoiningComuni,
  success: { 200: Type.Object({ items: Type.Array(RecordItem, { maxItems: 100 }) }, closed) }, problems: ['changed-meanwhile'],
});
