import { documentFormat, documentVersion, type UnionDocumentIn } from '@sportello/contract';

/** A little less than the server takes. */
export const largestBytes = 45 * 1024 * 1024;

export type FileTrouble = 'unreadable' | 'tooLarge' | 'otherFormat';

export type ReadFile = { readonly ok: true; readonly document: UnionDocumentIn } | { readonly ok: false; readonly why: FileTrouble };

/** Reads what somebody chose, as far as it can be told here that it is no document at all; the server judges the rest. */
export async function readFile(file: Pick<File, 'size' | 'text'>): Promise<ReadFile> {
  if (file.size > largestBytes) return { ok: false, why: 'tooLarge' };
  const value = parsed(await file.text());
  if (value === undefined) return { ok: false, why: 'unreadable' };
  return isDocument(value) ? { ok: true, document: value } : { ok: false, why: 'otherFormat' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isDocument(value: unknown): value is UnionDocumentIn {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { format, version, records } = value as Readonly<Record<string, unknown>>;
  return format === documentFormat && version === documentVersion && Array.isArray(records);
}
