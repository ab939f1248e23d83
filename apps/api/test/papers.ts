import type { Language, StoredFiles } from '@sportello/contract';
import { randomBytes } from 'node:crypto';
import { zipSync, strToU8 } from 'fflate';
import type { Desk } from './app.ts';
import { newKey } from './app.ts';

/** A file as somebody picks it. */
export interface Picked {
  readonly name: string;
  readonly content: Uint8Array;
}

const bytes = (text: string) => Buffer.from(text, 'latin1');

export const pdf = (words = 'prova'): Buffer => bytes(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% ${words}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
/** One of many bytes, all of them chance, so that a missing or swapped piece shows. */
export const longPdf = (size: number): Buffer => Buffer.concat([bytes('%PDF-1.4\n'), randomBytes(size - 15), bytes('\n%%EOF')]);
export const jpeg = (): Buffer => Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080010001001011100', 'hex'), randomBytes(40), Buffer.from('ffd9', 'hex')]);
export const png = (): Buffer => Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** An archive with the parts of a document, and these. */
export function docx(parts: Readonly<Record<string, string | Uint8Array>> = {}): Buffer {
  const all = { '[Content_Types].xml': types, '_rels/.rels': '<Relationships/>', 'word/document.xml': '<w:document/>', ...parts };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]))));
}

const sequence = (content: Buffer, tag = 0x30) => Buffer.concat([Buffer.from([tag, 0x82, content.length >> 8, content.length & 0xff]), content]);
const signedId = Buffer.from('06092a864886f70d010702', 'hex');

/** CMS SignedData in DER, around nothing much. */
export const p7m = (id = signedId): Buffer => sequence(Buffer.concat([id, sequence(sequence(Buffer.concat([Buffer.from('020101', 'hex'), randomBytes(300)])), 0xa0)]));
/** The same with lengths left open (BER), as some signing devices write it. */
export const openP7m = (): Buffer => Buffer.concat([Buffer.from('3080', 'hex'), signedId, Buffer.from('a0803080020101', 'hex'), randomBytes(40), Buffer.from('000000000000', 'hex')]);

/** A part of a form: a file, or a text. */
export type Part = readonly [name: string, value: string | Picked];

/** A form as a browser sends it. */
export async function formOf(parts: readonly Part[]): Promise<{ payload: Buffer; contentType: string }> {
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([new Uint8Array(value.content)]), value.name);
  }
  const made = new Response(form);
  return { payload: Buffer.from(await made.arrayBuffer()), contentType: made.headers.get('content-type') ?? '' };
}

interface Sending {
  readonly token?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly language?: Language;
}

/** What a browser does with the papers of something, by its address below the API and with its token. */
export function papersAt({ app }: Desk, path: string, { token, headers = {} }: Sending) {
  const url = `/api/v1${path}`;
  const own = { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers };

  async function addForm(parts: readonly Part[], { key = newKey(), headers: more = {} }: Sending = {}) {
    const { payload, contentType } = await formOf(parts);
    return app.inject({ method: 'POST', url, payload, headers: { ...own, 'content-type': contentType, 'idempotency-key': key, ...more } });
  }

  return {
    addForm,
    add: (file: Picked, sending: Sending & { readonly question?: string } = {}) =>
      addForm([...(sending.question === undefined ? [] : [['question_id', sending.question] as const]), ['file', file]], sending),
    list: () => app.inject({ url, headers: own }),
    items: async () => (await app.inject({ url, headers: own })).json<StoredFiles>().items,
    open: (id: string) => app.inject({ url: `${url}/${id}`, headers: own }),
    remove: (id: string) => app.inject({ method: 'DELETE', url: `${url}/${id}`, headers: own }),
  };
}

/** What is left of papers in the database. */
export async function rowsOfPapers({ database: { read, tables } }: Desk) {
  return {
    files: await read.select().from(tables.files),
    pieces: await read.select({ fileId: tables.filePieces.fileId, position: tables.filePieces.position }).from(tables.filePieces),
    removals: await read.select().from(tables.fileRemovals),
  };
}

/** Takes away every paper that an earlier test left. */
export async function clearPapers({ database: { write, tables } }: Desk): Promise<void> {
  await write(async (tx) => {
    for (const table of [tables.files, tables.filePieces, tables.fileRemovals]) await tx.delete(table);
  });
}
