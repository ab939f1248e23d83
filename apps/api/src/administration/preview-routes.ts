import { previewService as contract } from '@sportello/contract';
import type { App } from '../http/app.ts';
import { languageOf } from '../http/language.ts';
import { staffOf } from '../identity/staff-member.ts';
import type { AdministrationDeps } from './deps.ts';
import { previewService } from './preview-service.ts';

/** What is seen before it is saved. */
export function previewRoutes(api: App, deps: AdministrationDeps): void {
  api.route({
    ...contract,
    handler: (request) => previewService(deps, staffOf(request), { content: request.body.content, recordId: request.body.record_id }, languageOf(request)),
  });
}
