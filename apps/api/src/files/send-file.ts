import type { FastifyReply } from 'fastify';
import { problem } from '../http/problems.ts';
import { attachmentNamed } from './content-disposition.ts';
import type { StoredRow } from './files.ts';
import type { FileStores } from './store/file-store.ts';
import { orUnavailable } from './store/or-unavailable.ts';

/**
 * Answers with a file: as an attachment of a media type that we judged, never guessed at (nosniff), and sandboxed should a browser
 * open it after all. It is kept by nobody on the way.
 */
export async function sendFile(reply: FastifyReply, stores: FileStores, { id, name, mediaType, bytes, store }: StoredRow): Promise<FastifyReply> {
  const content = await orUnavailable(reply.log, async () => stores.of(store)?.open(id));
  if (!content) throw problem('service-unavailable'); // the row is there: its store was changed, or lost it
  return reply
    .headers({
      'content-type': mediaType,
      'content-length': bytes,
      'content-disposition': attachmentNamed(name),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-site',
      'cache-control': 'no-store',
    })
    .send(content);
}
