import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const accessKey = 'a-key-of-the-desk';
const secretKey = 'the/secret+of=that key';
const region = 'eu-south-1';
const bucket = 'sportello';

export interface FakeS3 {
  readonly settings: { readonly endpoint: string; readonly region: string; readonly bucket: string; readonly accessKey: string; readonly secretKey: string };
  readonly objects: Map<string, Buffer>;
  /** Every request as it came: method and path. */
  readonly asked: string[];
  /** Out of order: it answers 500 to everything. */
  isBroken: boolean;
  close(): Promise<void>;
}

/** A store that speaks S3 as far as we do, and believes nobody: each signature (AWS Signature Version 4) is worked out anew, and the content is hashed. */
export async function startFakeS3(): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(`${request.method} ${request.url}`);
      if (fake.isBroken) return void response.writeHead(500).end('<Error/>');
      const content = Buffer.concat(chunks);
      if (!isSigned(request, content)) return void response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
      const path = request.url ?? '';
      if (!path.startsWith(`/${bucket}/`)) return void response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>');
      if (request.method === 'PUT') {
        objects.set(path, content);
        return void response.writeHead(200).end();
      }
      if (request.method === 'DELETE') {
        objects.delete(path);
        return void response.writeHead(204).end();
      }
      const found = objects.get(path);
      if (!found) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
      response.writeHead(200, { 'content-length': found.length }).end(found);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  const fake: FakeS3 = { settings: { endpoint, region, bucket, accessKey, secretKey }, objects, asked, isBroken: false, close: () => new Promise((resolve) => void server.close(() => resolve())) };
  return fake;
}

const hex = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const keyed = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html, the other way round. */
function isSigned({ method, url, headers }: IncomingMessage, content: Buffer): boolean {
  const [, key, day, ofRegion, service, names, signature] = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '') ?? [];
  const at = String(headers['x-amz-date']);
  const contentHash = String(headers['x-amz-content-sha256']);
  if (key !== accessKey || ofRegion !== region || service !== 's3' || !names?.split(';').includes('host') || !at.startsWith(day ?? '-')) return false;
  if (method === 'PUT' ? contentHash !== hex(content) : contentHash !== 'UNSIGNED-PAYLOAD') return false;
  const canonicalHeaders = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`).join('');
  const canonical = [method, url, '', canonicalHeaders, names, contentHash].join('\n');
  const scope = `${day}/${ofRegion}/${service}/aws4_request`;
  const signingKey = keyed(keyed(keyed(keyed(`AWS4${secretKey}`, day ?? ''), region), 's3'), 'aws4_request');
  return keyed(signingKey, ['AWS4-HMAC-SHA256', at, scope, hex(canonical)].join('\n')).toString('hex') === signature;
}
