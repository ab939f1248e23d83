import { fileTypes } from '@sportello/contract';
import type { FastifyBaseLogger } from 'fastify';
import { problem } from '../http/problems.ts';
import { isWhatItSays } from './judge-content.ts';
import { judgeName } from './judge-name.ts';
import type { ReceivedFile } from './receive-file.ts';
import { refused } from './refusals.ts';
import { type Scanner, ScannerUnavailable } from './scanner/clamd.ts';

/** Name, kind, content, malware, in this order: the first that is wrong is thrown. Answers with the name as it is kept, and the media type. */
export async function judgeFile({ givenName, content }: Pick<ReceivedFile, 'givenName' | 'content'>, scanner: Scanner | null, log: FastifyBaseLogger): Promise<{ name: string; mediaType: string }> {
  const verdict = judgeName(givenName);
  if (!verdict.ok) throw refused(verdict.why);
  if (content.length === 0) throw refused('empty');
  if (!(await isWhatItSays(content, verdict.ending))) throw refused('content');
  if (scanner && !(await isClean(scanner, content, log))) throw refused('malware');
  return { name: verdict.name, mediaType: fileTypes[verdict.ending] };
}

/** A scanner that is set and does not answer lets nothing pass. */
async function isClean(scanner: Scanner, content: Buffer, log: FastifyBaseLogger): Promise<boolean> {
  try {
    return await scanner.isClean(content);
  } catch (error) {
    if (!(error instanceof ScannerUnavailable)) throw error;
    log.warn({ name: error.name }, error.message);
    throw problem('service-unavailable');
  }
}
