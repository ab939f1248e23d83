import { AwsClient } from 'aws4fetch';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type FileStore, StoreUnavailable } from './file-store.ts';

export interface S3Settings {
  /** Address of the store without a path, such as https://s3.eu-south-1.amazonaws.com. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

const waitMilliseconds = 60_000;

/** A bucket of anything that speaks S3, addressed by path (which all of them understand); each request is signed, its content too. */
export function s3Store({ endpoint, region, bucket, accessKey, secretKey }: S3Settings): FileStore {
  const client = new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, region, service: 's3', retries: 2 });
  const addressOf = (id: string) => `${endpoint}/${encodeURIComponent(bucket)}/${encodeURIComponent(id)}`;

  async function ask(method: 'PUT' | 'GET' | 'DELETE', id: string, content?: Buffer): Promise<Response> {
    const headers = content && { 'content-type': 'application/octet-stream', 'x-amz-content-sha256': createHash('sha256').update(content).digest('hex') };
    try {
      return await client.fetch(addressOf(id), {
        method,
        redirect: 'error', // a signature is for one address
        signal: AbortSignal.timeout(waitMilliseconds),
        ...(content && headers && { headers, body: new Uint8Array(content.buffer as ArrayBuffer, content.byteOffset, content.length) }),
      });
    } catch (error) {
      throw new StoreUnavailable('the store of files does not answer', { cause: error });
    }
  }

  return {
    kind: 's3',
    async put(id, content) {
      await done(await ask('PUT', id, content), [200, 201, 204]);
    },
    async open(id) {
      const answer = await ask('GET', id);
      if (answer.status === 404) {
        await answer.body?.cancel();
        return null;
      }
      if (answer.status !== 200 || !answer.body) return done(answer, []);
      return Readable.fromWeb(answer.body as ReadableStream); // one and the same, declared in two places
    },
    async remove(id) {
      await done(await ask('DELETE', id), [200, 204, 404]);
    },
  };
}

/** Reads the answer to its end, so that the connection can serve again. What it says is for nobody: it may quote the request. */
async function done(answer: Response, expected: readonly number[]): Promise<null> {
  await answer.body?.cancel();
  if (!expected.includes(answer.status)) throw new StoreUnavailable(`the store of files answered ${answer.status}`);
  return null;
}
