import { route } from '../route.ts';
import { ImportReport, UnionDocument, UnionDocumentIn } from '../schemas/union-document.ts';

// All that the union decided as one document: written, looked through, and read in again.
const tag = 'union';
const access = 'staff';
/** Some fifty thousand records. */
const largestBody = 48 * 1024 * 1024;

export const showUnionDocument = route({
  method: 'GET', url: '/staff/union-document', operationId: 'show_union_document',
  summary: 'All that the union decided', description: 'One JSON document without people, appointments or secrets. One entry of the trail for each.',
  tag, access, permission: 'union.read', success: { 200: UnionDocument }, problems: [],
});

export const previewUnionDocument = route({
  method: 'POST', url: '/staff/union-document/preview', operationId: 'create_union_document_preview',
  summary: 'What an import would do', description: 'Everything that is wrong, by row and field, or what would be created and changed. Nothing is changed.',
  tag, access, permission: 'union.change', largestBody, body: UnionDocumentIn, success: { 200: ImportReport }, problems: [],
});

export const importUnionDocument = route({
  method: 'POST', url: '/staff/union-document', operationId: 'create_union_document',
  summary: 'Import a document', description: 'All of it or, where anything is wrong, nothing. What the document does not name stays.',
  tag, access, permission: 'union.change', largestBody, body: UnionDocumentIn, success: { 200: ImportReport }, problems: ['fresh-sign-in-needed'],
});
