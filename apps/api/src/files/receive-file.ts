import { mostFileBytes } from '@sportello/contract';
import type { MultipartFile } from '@fastify/multipart';
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { invalid, problem, type ProblemError } from '../http/problems.ts';
import { watchSender } from './slow-senders.ts';

/** One file as it came: nothing of it was judged yet. */
export interface ReceivedFile {
  readonly givenName: string;
  readonly questionId: string | null;
  readonly content: Buffer;
  /** SHA-256 of the content, hexadecimal. */
  readonly digest: string;
}

const mostFieldBytes = 100;

/**
 * Reads the one part `file` of an upload, and `question_id` before it. Whole and in memory, at most 20 MB: what it holds is judged
 * from its end too, and a scanner has to hear all of it, before anything is kept. Throws what is wrong with the request.
 */
export async function receiveFile(request: FastifyRequest): Promise<ReceivedFile> {
  let questionId: string | null = null;
  let received: Pick<ReceivedFile, 'givenName' | 'content' | 'digest'> | null = null;
  const rest = watchSender(request.raw);
  try {
    const parts = request.parts({ preservePath: true, limits: { fileSize: mostFileBytes, files: 2, fields: 2, fieldSize: mostFieldBytes, parts: 4 } });
    for await (const part of parts) {
      if (part.type === 'file') {
        if (received !== null || part.fieldname !== 'file') throw unwanted(part.fieldname);
        received = await readPart(part);
        continue;
      }
      if (part.fieldname !== 'question_id' || received !== null || questionId !== null || typeof part.value !== 'string' || part.valueTruncated) throw unwanted(part.fieldname);
      questionId = part.value.trim() || null;
    }
  } catch (error) {
    throw asProblem(error);
  } finally {
    rest();
  }
  if (received === null) throw invalid('/file', { it: 'Manca il file.', en: 'The file is missing.' });
  return { ...received, questionId };
}

async function readPart({ file, filename }: MultipartFile): Promise<Pick<ReceivedFile, 'givenName' | 'content' | 'digest'>> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  for await (const chunk of file as AsyncIterable<Buffer>) {
    hash.update(chunk);
    chunks.push(chunk);
  }
  if (file.truncated) throw problem('file-too-large');
  return { givenName: filename ?? '', content: Buffer.concat(chunks), digest: hash.digest('hex') };
}

function unwanted(partName: string): ProblemError {
  return invalid(`/${partName.slice(0, 100)}`, {
    it: 'Manda una sola parte `file` e, se è una risposta, prima di essa `question_id`.',
    en: 'Send one part `file` only and, for an answer, `question_id` before it.',
  });
}

/** What the reader of multipart bodies refuses, in the words of the catalogue. */
function asProblem(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'FST_REQ_FILE_TOO_LARGE') return problem('file-too-large');
  if (/^FST_(FILES|FIELDS|PARTS)_LIMIT$/.test(code)) return unwanted('file');
  if (/^FST_(PROTO_VIOLATION|INVALID_JSON_FIELD_ERROR|MP_PREMATURE_CLOSE)$/.test(code)) return problem('malformed-body');
  // The rest of what it says has no code: a boundary that is missing, headers that cannot be read, an end that never came.
  return error instanceof Error && /multipart|boundary|part header|premature|aborted/i.test(error.message) ? problem('malformed-body') : error;
}
