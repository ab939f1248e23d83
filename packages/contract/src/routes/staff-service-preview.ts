import * as Type from 'typebox';
import { route } from '../route.ts';
import { Id } from '../schemas/common.ts';
import { ServicePage } from '../schemas/directory.ts';
import { ServiceContent } from '../schemas/records.ts';

/** The page of a service before it is saved, so that it is looked at by the same screens as afterwards. */
export const previewService = route({
  method: 'POST', url: '/staff/service-previews', operationId: 'create_service_preview',
  summary: 'The page of a service as a change would make it', description: 'With its questions; in the language of the request. Nothing is changed.',
  tag: 'union', access: 'staff', permission: 'union.change',
  largestBody: 1024 * 1024,
  body: Type.Object({ content: ServiceContent, record_id: Type.Optional(Id) }, { additionalProperties: false }),
  success: { 200: ServicePage }, problems: ['not-found', 'changed-meanwhile', 'state-conflict'],
});
