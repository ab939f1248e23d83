import { previewMessage as previewMessageRoute, previewService as previewServiceRoute } from '@sportello/contract';
import type { App } from '../http/app.ts';
import { languageOf } from '../http/language.ts';
import { staffOf } from '../identity/staff-member.ts';
import type { AdministrationDeps } from './deps.ts';
import { previewMessage } from './preview-message.ts';
import { previewService } from './preview-service.ts';

interface PreviewDeps extends AdministrationDeps {
  /** Address of the installation, without a slash at its end. */
  readonly publicUrl: string;
}

/** What is seen before it is saved. */
export function previewRoutes(api: App, deps: PreviewDeps): void {
  api.route({
    ...previewServiceRoute,
    handler: (request) => previewService(deps, staffOf(request), { content: request.body.content, recordId: request.body.record_id }, languageOf(request)),
  });

  api.route({
    ...previewMessageRoute,
    handler: async (request) => previewMessage(await deps.directory.current(), { ...request.body, baseUrl: deps.publicUrl, now: deps.clock.now() }),
  });
}
