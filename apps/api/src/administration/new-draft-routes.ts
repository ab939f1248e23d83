import { createNewRecordDraft, dropNewRecordDraft, keepNewRecordDraft, listNewRecordDrafts, type NewRecordDraft, type RecordKind } from '@sportello/contract';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';
import { staffOf } from '../identity/staff-member.ts';
import type { AdministrationDeps } from './deps.ts';
import { createNewDraft, dropNewDraft, keepNewDraft, readNewDrafts } from './new-drafts.ts';

/** Records that are not there yet, kept for later, gone on with, and given up. */
export function newDraftRoutes(api: App, { database, clock, directory }: AdministrationDeps): void {
  api.route({ ...listNewRecordDrafts, handler: async (request) => ({ items: await readNewDrafts(database, await directory.current(), request.params.kind) }) });

  api.route({
    ...createNewRecordDraft,
    handler: async (request, reply) => {
      const { kind } = request.params;
      const id = await createNewDraft(database, { kind, typed: request.body.typed, staffId: staffOf(request).id, now: clock.now() });
      return reply.code(201).send(await shown(kind, id));
    },
  });

  api.route({
    ...keepNewRecordDraft,
    handler: async (request) => {
      const { kind, draft_id: id } = request.params;
      await keepNewDraft(database, id, { kind, ...request.body, staffId: staffOf(request).id, now: clock.now() });
      return shown(kind, id);
    },
  });

  api.route({
    ...dropNewRecordDraft,
    handler: async (request, reply) => {
      const { kind, draft_id: id } = request.params;
      await database.write((tx) => dropNewDraft(tx, database.tables, { kind, id }));
      return reply.code(204).send(null);
    },
  });

  async function shown(kind: RecordKind, id: string): Promise<NewRecordDraft> {
    const draft = (await readNewDrafts(database, await directory.current(), kind)).find((one) => one.id === id);
    if (!draft) throw problem('not-found'); // given up by somebody else in the same moment
    return draft;
  }
}
