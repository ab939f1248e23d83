import { archiveRecord, changeRecord, createRecord, deleteRecord, dropRecordDraft, keepRecordDraft, listDependents, listRecords, listRecordVersions, orderRecords as orderRecordsRoute, previewRecord, restoreRecord, showRecord, showRecordDraft, unarchiveRecord } from '@sportello/contract';
import { newId } from '../database/id.ts';
import { readDirectoryRows } from '../directory/read-rows.ts';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';
import { staffOf } from '../identity/staff-member.ts';
import type { Wish } from './carry-out.ts';
import { changeForGood, tryOut } from './change-record.ts';
import { dependentsOf } from './dependents.ts';
import type { AdministrationDeps } from './deps.ts';
import { findDraft, forgetDraft, keepDraft } from './drafts.ts';
import { effectOf } from './effect.ts';
import { newDraftRoutes } from './new-draft-routes.ts';
import { orderRecords } from './order-records.ts';
import { readRecord, readRecords } from './read-records.ts';
import { readVersions } from './versions.ts';

/** What stands in an address for the record that is not there yet. */
const newRecord = 'new';

/** What the union decides: read, changed, looked up in its history. */
export function administrationRoutes(api: App, deps: AdministrationDeps): void {
  const { database, clock, directory } = deps;
  newDraftRoutes(api, deps);

  api.route({ ...listRecords, handler: async (request) => ({ items: await readRecords(database, request.params.kind) }) });

  api.route({ ...showRecord, handler: (request) => readRecord(database, request.params.kind, request.params.record_id) });

  api.route({
    ...createRecord,
    handler: async (request, reply) => {
      const { kind } = request.params;
      const id = newId();
      await changeForGood(deps, staffOf(request), { kind, id, does: 'create', content: request.body.content }, request.body.draft_id);
      return reply.code(201).send(await readRecord(database, kind, id));
    },
  });

  api.route({
    ...changeRecord,
    handler: async (request) => {
      const { kind, record_id: id } = request.params;
      await changeForGood(deps, staffOf(request), { kind, id, does: 'change', ...request.body });
      return readRecord(database, kind, id);
    },
  });

  api.route({
    ...previewRecord,
    handler: async (request) => {
      const { kind, record_id } = request.params;
      const { revision, does, content } = request.body;
      const name = { kind, id: record_id === newRecord ? newId() : record_id };
      const wish = does === 'change' ? changeWish(name, { isNew: record_id === newRecord, revision, content }) : { ...name, does, revision };
      return effectOf(deps, name, await tryOut(deps, staffOf(request), wish));
    },
  });

  for (const [does, contract] of [['archive', archiveRecord], ['unarchive', unarchiveRecord]] as const) {
    api.route({
      ...contract,
      handler: async (request) => {
        const { kind, record_id: id } = request.params;
        await changeForGood(deps, staffOf(request), { kind, id, does, revision: request.body.revision });
        return readRecord(database, kind, id);
      },
    });
  }

  api.route({
    ...deleteRecord,
    handler: async (request, reply) => {
      const { kind, record_id: id } = request.params;
      await changeForGood(deps, staffOf(request), { kind, id, does: 'delete', revision: request.body.revision });
      return reply.code(204).send(null);
    },
  });

  api.route({
    ...listDependents,
    handler: async (request) => {
      const { kind, record_id: id } = request.params;
      await readRecord(database, kind, id);
      return { items: await dependentsOf(database.read, database.tables, await readDirectoryRows(database), { kind, id }, clock.now()) };
    },
  });

  api.route({
    ...listRecordVersions,
    handler: async (request) => {
      const { kind, record_id: id } = request.params;
      const items = await readVersions(database, await directory.current(), { kind, id });
      if (items.length === 0) await readRecord(database, kind, id);
      return { items };
    },
  });

  api.route({
    ...restoreRecord,
    handler: async (request) => {
      const { kind, record_id: id, revision: to } = request.params;
      await changeForGood(deps, staffOf(request), { kind, id, does: 'restore', to, revision: request.body.revision });
      return readRecord(database, kind, id);
    },
  });

  api.route({
    ...orderRecordsRoute,
    handler: async (request) => {
      const { kind } = request.params;
      await orderRecords(deps, staffOf(request), kind, request.body.items);
      return { items: await readRecords(database, kind) };
    },
  });

  api.route({
    ...showRecordDraft,
    handler: async (request) => {
      const { kind, record_id: id } = request.params;
      await readRecord(database, kind, id);
      const draft = await findDraft(database, await directory.current(), { kind, id });
      if (!draft) throw problem('not-found');
      return draft;
    },
  });

  api.route({
    ...keepRecordDraft,
    handler: async (request) => {
      const { kind, record_id: id } = request.params;
      await readRecord(database, kind, id);
      await keepDraft(database, { kind, id }, { ...request.body, staffId: staffOf(request).id }, clock.now());
      const draft = await findDraft(database, await directory.current(), { kind, id });
      if (!draft) throw problem('not-found'); // given up by somebody else in the same moment
      return draft;
    },
  });

  api.route({
    ...dropRecordDraft,
    handler: async (request, reply) => {
      const { kind, record_id: id } = request.params;
      await database.write((tx) => forgetDraft(tx, database.tables, { kind, id }));
      return reply.code(204).send(null);
    },
  });
}

function changeWish(name: Pick<Wish, 'kind' | 'id'>, { isNew, revision, content }: { readonly isNew: boolean; readonly revision: number; readonly content: Extract<Wish, { does: 'create' }>['content'] | undefined }): Wish {
  if (!content) throw problem('validation', { errors: [{ field: '/content', detail: { it: 'Campo obbligatorio.', en: 'This field is required.' } }] });
  return isNew ? { ...name, does: 'create', content } : { ...name, does: 'change', revision, content };
}
