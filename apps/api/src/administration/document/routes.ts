import { importUnionDocument, previewUnionDocument, showUnionDocument } from '@sportello/contract';
import { recordAudit } from '../../audit/record.ts';
import type { App } from '../../http/app.ts';
import { languageOf } from '../../http/language.ts';
import { actorOf, requireFreshSignIn, staffOf } from '../../identity/staff-member.ts';
import type { AdministrationDeps } from '../deps.ts';
import { importDocument } from './import-document.ts';
import { writeDocument } from './write-document.ts';

/** All that the union decided: out, and in again. */
export function documentRoutes(api: App, deps: AdministrationDeps & { readonly version: string }): void {
  const { database, clock, version } = deps;

  api.route({
    ...showUnionDocument,
    handler: async (request, reply) => {
      const now = clock.now();
      const document = await writeDocument(database, { now, version });
      const id = document.records.find(({ content }) => content.kind === 'union')?.id ?? null;
      await database.write((tx) => recordAudit(tx, database.tables, actorOf(staffOf(request)), { action: 'export', object: { kind: 'union', id } }, now));
      reply.header('content-disposition', `attachment; filename="sportello-${document.written_at.slice(0, 10)}.json"`);
      return document;
    },
  });

  api.route({
    ...previewUnionDocument,
    handler: (request) => importDocument(deps, { by: staffOf(request), document: request.body, isTry: true, language: languageOf(request) }),
  });

  api.route({
    ...importUnionDocument,
    handler: (request) => {
      requireFreshSignIn(staffOf(request), clock.now());
      return importDocument(deps, { by: staffOf(request), document: request.body, isTry: false, language: languageOf(request) });
    },
  });
}
