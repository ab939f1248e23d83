import { type ContentOf, createNewRecordDraft, type Dependent, dropNewRecordDraft, dropRecordDraft, keepNewRecordDraft, keepRecordDraft, listDependents, listNewRecordDrafts, listRecords, listRecordVersions, type NewRecordDraft, previewRecord, type RecordContent, type RecordDraft, type RecordEffect, type RecordItem, type RecordKind, type RecordVersion, showFirstSteps, showRecord, showRecordDraft } from '@sportello/contract';
import { type Ask, queryClient } from '../../api.ts';
import { askStaff, problemOf, staffCall, staffKey } from '../../staff/staff-call.ts';
import { withoutBlanks } from './content.ts';
import { fetchUnionAnew } from './fetch-union-anew.ts';

// What the union decides, as the query cache holds it: the kind is part of each key.

/** A record whose kind is known. */
export type ItemOf<Kind extends RecordKind> = RecordItem & { readonly kind: Kind; readonly content: ContentOf<Kind> };

export interface RecordName {
  readonly kind: RecordKind;
  readonly id: string;
}

/** All of a kind, in the order in which people see them, archived ones last. */
export function recordsOf<Kind extends RecordKind>(kind: Kind): Ask<{ readonly items: readonly ItemOf<Kind>[] }> {
  // The address names the kind, and the API answers with that kind alone.
  return askStaff(listRecords, { params: { kind } }) as Ask<{ items: ItemOf<Kind>[] }>;
}

/** One of them, as it is in force. */
export function recordOf<Kind extends RecordKind>({ kind, id }: { readonly kind: Kind; readonly id: string }): Ask<ItemOf<Kind>> {
  return askStaff(showRecord, { params: { kind, record_id: id } }) as Ask<ItemOf<Kind>>;
}

/** The same, as it is at this moment. */
export function fetchRecord<Kind extends RecordKind>({ kind, id }: { readonly kind: Kind; readonly id: string }): Promise<ItemOf<Kind>> {
  return staffCall(showRecord, { params: { kind, record_id: id } }) as Promise<ItemOf<Kind>>;
}

/** All of a kind, as they are at this moment. */
export async function fetchRecords<Kind extends RecordKind>(kind: Kind): Promise<readonly ItemOf<Kind>[]> {
  // The API answers with the kind that it was asked for; the compiler cannot know.
  const answer = staffCall(listRecords, { params: { kind } }) as unknown as Promise<{ items: readonly ItemOf<Kind>[] }>;
  return (await answer).items;
}

/** Its history, the newest step first; of a deleted one too. */
export function versionsOf({ kind, id }: RecordName): Ask<{ readonly items: readonly RecordVersion[] }> {
  return askStaff(listRecordVersions, { params: { kind, record_id: id } });
}

/** What hangs on it; nothing: it can be deleted. */
export function dependentsOf({ kind, id }: RecordName): Ask<{ readonly items: readonly Dependent[] }> {
  return askStaff(listDependents, { params: { kind, record_id: id } });
}

/** What somebody keeps for later; null: nothing. */
export function draftOf({ kind, id }: RecordName): Ask<RecordDraft | null> {
  const question = askStaff(showRecordDraft, { params: { kind, record_id: id } });
  return (language) => ({
    queryKey: question(language).queryKey,
    queryFn: async (context) => {
      try {
        return await question(language).queryFn(context);
      } catch (error) {
        if (problemOf(error) === 'not-found') return null;
        throw error;
      }
    },
  });
}

/** What is meant with a record. */
export interface Trial {
  readonly does: 'change' | 'archive' | 'unarchive' | 'delete';
  /** The one that was seen; 0 for a new one. */
  readonly revision: number;
  readonly content?: RecordContent;
}

/** What it would do; nothing is changed by asking. `id` is `new` for a record that is not there yet. Throws as the change itself would. */
export function tryOut(name: RecordName, trial: Trial): Promise<RecordEffect> {
  return staffCall(previewRecord, trialInput(name, trial));
}

/** The same as a question. */
export function effectOf(name: RecordName, trial: Trial): Ask<RecordEffect> {
  return askStaff(previewRecord, trialInput(name, trial));
}

function trialInput({ kind, id }: RecordName, { does, revision, content }: Trial) {
  return { params: { kind, record_id: id }, body: { does, revision, ...(content && { content: withoutBlanks(content) }) } };
}

export async function keepDraft({ kind, id }: RecordName, body: { readonly revision: number; readonly content: RecordContent }): Promise<RecordDraft> {
  const draft = await staffCall(keepRecordDraft, { params: { kind, record_id: id }, body: { ...body, content: withoutBlanks(body.content) } });
  await readRecordsAgain();
  return draft;
}

export async function dropDraft({ kind, id }: RecordName): Promise<void> {
  await staffCall(dropRecordDraft, { params: { kind, record_id: id } });
  await readRecordsAgain();
}

/** What is not there yet, and kept for later. */
export function newDraftsOf(kind: RecordKind): Ask<{ readonly items: readonly NewRecordDraft[] }> {
  return askStaff(listNewRecordDrafts, { params: { kind } });
}

/** A draft of what is not there yet, as it was seen; null: none was kept. */
export type KnownDraft = Pick<NewRecordDraft, 'id' | 'revision'>;

/** Keeps what stands in the form, unfinished as it is. Throws `changed-meanwhile` where a colleague kept it since. */
export async function keepNewDraft(kind: RecordKind, known: KnownDraft | null, content: RecordContent): Promise<NewRecordDraft> {
  const typed = JSON.stringify(content);
  const draft = known
    ? await staffCall(keepNewRecordDraft, { params: { kind, draft_id: known.id }, body: { revision: known.revision, typed } })
    : await staffCall(createNewRecordDraft, { params: { kind }, body: { typed } });
  await readRecordsAgain();
  return draft;
}

export async function dropNewDraft(kind: RecordKind, id: string): Promise<void> {
  await staffCall(dropNewRecordDraft, { params: { kind, draft_id: id } });
  await readRecordsAgain();
}

/** What a change answered, in place of what was read before. */
export function keepRecord(changed: RecordItem): void {
  queryClient.setQueriesData<RecordItem>({ queryKey: [staffKey, showRecord.url], predicate: ({ state }) => (state.data as RecordItem | undefined)?.id === changed.id }, changed);
}

/** After a change (of this kind): records name each other, and so do the pages of citizens and of the desk. */
export async function readRecordsAgain(changed?: RecordKind): Promise<void> {
  // Its first service opens the desk, and that too is said of the union.
  if (changed === 'union' || changed === 'service') await fetchUnionAnew();
  return queryClient.invalidateQueries({ predicate: ({ queryKey: [first, url] }) => first !== staffKey || hangsOnRecords(String(url)) });
}

const hangsOnRecords = (url: string) => url.startsWith('/staff/records/') || url.startsWith('/staff/misfits') || url === showFirstSteps.url;
