import * as Type from 'typebox';
import { route } from '../route.ts';
import { Id, oneOf } from '../schemas/common.ts';
import { Revision } from '../schemas/desk.ts';
import { archivableKinds, Dependent, NewRecordDraft, orderedKinds, RecordChange, RecordContent, RecordDraft, RecordEffect, RecordItem, recordKinds, RecordVersion, TypedRecord } from '../schemas/records.ts';

// What the union decides: each record read, changed with what that does, looked up in its history, and put back.
const tag = 'union';
const access = 'staff';
const closed = { additionalProperties: false } as const;
const kind = oneOf(recordKinds, 'What it is');
const ofKind = Type.Object({ kind }, closed);
const params = Type.Object({ kind, record_id: Id }, closed);
const ofVersion = Type.Object({ kind, record_id: Id, revision: Revision }, closed);
/** Only what bookings hang on is archived; the rest is deleted. */
const ofArchivable = Type.Object({ kind: oneOf(archivableKinds, 'What it is'), record_id: Id }, closed);
const ofNewDraft = Type.Object({ kind, draft_id: Id }, closed);
const atRevision = Type.Object({ revision: Revision }, closed);
/** A service with all its texts, in two languages, is larger than what citizens send. */
const largestBody = 1024 * 1024;

export const listRecords = route({
  method: 'GET', url: '/staff/records/:kind', operationId: 'list_records',
  summary: 'All of one kind', description: 'In the order in which people see them; archived ones last.',
  tag, access, permission: 'union.read', params: ofKind,
  success: { 200: Type.Object({ items: Type.Array(RecordItem, { maxItems: 5000 }) }, closed) }, problems: ['not-found'],
});

export const showRecord = route({
  method: 'GET', url: '/staff/records/:kind/:record_id', operationId: 'show_record',
  summary: 'One of them', description: 'As it is in force.',
  tag, access, permission: 'union.read', params, success: { 200: RecordItem }, problems: ['not-found'],
});

export const createRecord = route({
  method: 'POST', url: '/staff/records/:kind', operationId: 'create_record',
  summary: 'A new one', description: 'In force at once; a service that is not published is seen by nobody but the staff. The draft that it was made from is over.',
  tag, access, permission: 'union.change', params: ofKind, largestBody, body: Type.Object({ content: RecordContent, draft_id: Type.Optional(Id) }, closed), success: { 201: RecordItem }, problems: ['not-found', 'changed-meanwhile'],
});

export const changeRecord = route({
  method: 'POST', url: '/staff/records/:kind/:record_id', operationId: 'update_record',
  summary: 'Change it', description: 'As a whole. What is booked stays as it is. A draft of whoever changes it is over; what others keep for later stays.',
  tag, access, permission: 'union.change', params, largestBody, body: RecordChange, success: { 200: RecordItem }, problems: ['not-found', 'changed-meanwhile', 'state-conflict'],
});

export const previewRecord = route({
  method: 'POST', url: '/staff/records/:kind/:record_id/effects', operationId: 'create_record_effect',
  summary: 'What a change would do', description: 'The free times before and after, and what is booked and would not fit. Nothing is changed. `new` stands for the record that is not there yet.',
  tag, access, permission: 'union.change', params, largestBody,
  body: Type.Object({ revision: Revision, does: oneOf(['change', 'archive', 'unarchive', 'delete'], 'What is meant'), content: Type.Optional(RecordContent) }, closed),
  success: { 200: RecordEffect }, problems: ['not-found', 'changed-meanwhile', 'still-used'],
});

export const archiveRecord = route({
  method: 'POST', url: '/staff/records/:kind/:record_id/archive', operationId: 'create_record_archive',
  summary: 'Archive it', description: 'It stays for what was booked, and is used for nothing new.',
  tag, access, permission: 'union.change', params: ofArchivable, body: atRevision, success: { 200: RecordItem }, problems: ['not-found', 'changed-meanwhile', 'still-used'],
});

export const unarchiveRecord = route({
  method: 'POST', url: '/staff/records/:kind/:record_id/unarchive', operationId: 'create_record_unarchive',
  summary: 'Use it again', description: 'As it was when it was archived; a service comes back unseen by citizens.',
  tag, access, permission: 'union.change', params: ofArchivable, body: atRevision, success: { 200: RecordItem }, problems: ['not-found', 'changed-meanwhile'],
});

export const deleteRecord = route({
  method: 'POST', url: '/staff/records/:kind/:record_id/deletion', operationId: 'create_record_deletion',
  summary: 'Delete it', description: 'Refused where something depends on it; its history stays, and it can be put back.',
  tag, access, permission: 'union.change', params, body: atRevision, success: { 204: null }, problems: ['not-found', 'changed-meanwhile', 'still-used'],
});

export const listDependents = route({
  method: 'GET', url: '/staff/records/:kind/:record_id/dependents', operationId: 'list_record_dependents',
  summary: 'What hangs on it', description: 'Nothing: it can be deleted.',
  tag, access, permission: 'union.read', params, success: { 200: Type.Object({ items: Type.Array(Dependent, { maxItems: 20 }) }, closed) }, problems: ['not-found'],
});

export const listRecordVersions = route({
  method: 'GET', url: '/staff/records/:kind/:record_id/versions', operationId: 'list_record_versions',
  summary: 'Its history', description: 'Each change with who, when, and how it was from then on; the newest first. Of a deleted one too.',
  tag, access, permission: 'union.read', params, success: { 200: Type.Object({ items: Type.Array(RecordVersion, { maxItems: 1000 }) }, closed) }, problems: ['not-found'],
});

export const restoreRecord = route({
  method: 'POST', url: '/staff/records/:kind/:record_id/versions/:revision/restoration', operationId: 'create_record_restoration',
  summary: 'Put an old version back', description: 'A change like another one: judged by the rules of today, and it can be taken back.',
  tag, access, permission: 'union.change', params: ofVersion, body: atRevision, success: { 200: RecordItem }, problems: ['not-found', 'changed-meanwhile'],
});

export const orderRecords = route({
  method: 'POST', url: '/staff/records/:kind/order', operationId: 'create_record_order',
  summary: 'Put a kind in another order', description: 'All in use, in their new order, each as it was seen: all of it or nothing. Each that gets another place has a step of history.',
  tag, access, permission: 'union.change', params: Type.Object({ kind: oneOf(orderedKinds, 'What it is') }, closed),
  body: Type.Object({ items: Type.Array(Type.Object({ id: Id, revision: Revision }, closed), { minItems: 1, maxItems: 1000 }) }, closed),
  success: { 200: Type.Object({ items: Type.Array(RecordItem, { maxItems: 5000 }) }, closed) }, problems: ['not-found', 'changed-meanwhile'],
});

export const showRecordDraft = route({
  method: 'GET', url: '/staff/records/:kind/:record_id/draft', operationId: 'show_record_draft',
  summary: 'What somebody keeps for later', description: 'A change that is not in force yet; one for each record.',
  tag, access, permission: 'union.read', params, success: { 200: RecordDraft }, problems: ['not-found'],
});

export const keepRecordDraft = route({
  method: 'POST', url: '/staff/records/:kind/:record_id/draft', operationId: 'create_record_draft',
  summary: 'Keep a change for later', description: 'Replaces the draft before. It is judged when it is put in force.',
  tag, access, permission: 'union.change', params, largestBody, body: RecordChange, success: { 200: RecordDraft }, problems: ['not-found', 'changed-meanwhile'],
});

export const dropRecordDraft = route({
  method: 'DELETE', url: '/staff/records/:kind/:record_id/draft', operationId: 'delete_record_draft',
  summary: 'Give a draft up', description: 'Gone already is fine.',
  tag, access, permission: 'union.change', params, success: { 204: null }, problems: [],
});

export const listNewRecordDrafts = route({
  method: 'GET', url: '/staff/records/:kind/new-drafts', operationId: 'list_new_record_drafts',
  summary: 'What is not there yet and kept for later', description: 'Of everybody; the newest first.',
  tag, access, permission: 'union.read', params: ofKind, success: { 200: Type.Object({ items: Type.Array(NewRecordDraft, { maxItems: 200 }) }, closed) }, problems: ['not-found'],
});

export const createNewRecordDraft = route({
  method: 'POST', url: '/staff/records/:kind/new-drafts', operationId: 'create_new_record_draft',
  summary: 'Keep a new one for later', description: 'Nothing of it is in force. It is judged when the record is made.',
  tag, access, permission: 'union.change', params: ofKind, largestBody, body: Type.Object({ typed: TypedRecord }, closed), success: { 201: NewRecordDraft }, problems: ['not-found'],
});

export const keepNewRecordDraft = route({
  method: 'POST', url: '/staff/records/:kind/new-drafts/:draft_id', operationId: 'update_new_record_draft',
  summary: 'Keep it again, as it has become', description: 'As who changes it saw it last.',
  tag, access, permission: 'union.change', params: ofNewDraft, largestBody, body: Type.Object({ revision: Revision, typed: TypedRecord }, closed), success: { 200: NewRecordDraft }, problems: ['not-found', 'changed-meanwhile'],
});

export const dropNewRecordDraft = route({
  method: 'DELETE', url: '/staff/records/:kind/new-drafts/:draft_id', operationId: 'delete_new_record_draft',
  summary: 'Give it up', description: 'Gone already is fine.',
  tag, access, permission: 'union.change', params: ofNewDraft, success: { 204: null }, problems: [],
});
