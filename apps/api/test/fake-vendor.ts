import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a vendor does instead of answering as it should. */
export type Trouble =
  | { readonly answers: 'html' | 'xml' | 'error' | 'redirect' | 'silence' | 'too-much' | 'nothing' }
  | { readonly answers: 'too-many-requests'; readonly retryAfter?: string }
  | { readonly answers: 'status'; readonly status: number; readonly body?: string };

export interface Asked {
  readonly method: string;
  /** As it was sent. */
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A vendor's machine on localhost, by HTTP. */
export interface FakeServer {
  /** With its port, as an administrator types it. */
  readonly host: string;
  readonly asked: readonly Asked[];
  /** Whatever is asked next whose path begins so is answered like this, so many times. */
  trouble(trouble: Trouble, when?: { readonly path?: string; readonly method?: string; readonly times?: number }): void;
  /** All that was to come answers as it should again; what was asked is forgotten. */
  calm(): void;
  close(): Promise<void>;
}

interface Planned {
  readonly trouble: Trouble;
  readonly path: string;
  readonly method: string | null;
  left: number;
}

export async function fakeServer(answer: (asked: Asked) => Reply | Promise<Reply>, port = 0): Promise<FakeServer> {
  const asked: Asked[] = [];
  const planned: Planned[] = [];
  const server = createServer((request, response) => void serve(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
    const one = { method: request.method ?? '', path, query, headers: request.headers, body: Buffer.concat(parts).toString() };
    asked.push(one);
    const plan = planned.find(({ left, path: begin, method }) => left > 0 && path.startsWith(begin) && (method === null || method === one.method));
    if (plan) {
      plan.left -= 1;
      return misbehave(response, plan.trouble);
    }
    const { status, body = '', type = 'application/json', headers = {} } = await answer(one);
    response.writeHead(status, { ...(body !== '' && { 'content-type': type }), ...headers }).end(body);
  }

  return {
    host: `localhost:${(server.address() as AddressInfo).port}`, // it listens on a port
    asked,
    trouble: (trouble, { path = '/', method, times = 1 } = {}) => void planned.push({ trouble, path, method: method ?? null, left: times }),
    calm() {
      planned.length = 0;
      asked.length = 0;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function misbehave(response: ServerResponse, trouble: Trouble): void {
  switch (trouble.answers) {
    case 'html':
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Manutenzione</title><p>Torniamo presto');
    case 'xml':
      return void response.writeHead(200, { 'content-type': 'text/xml' }).end('<error><code>42</code></error>');
    case 'error':
      return void response.writeHead(503).end('Service Unavailable');
    case 'redirect':
      return void response.writeHead(302, { location: 'http://localhost:9/elsewhere' }).end();
    case 'silence':
      return; // until who asked has enough of it
    case 'too-much':
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(`["${'a'.repeat(1_200_000)}"]`);
    case 'nothing':
      return void response.destroy();
    case 'too-many-requests':
      return void response.writeHead(429, { ...(trouble.retryAfter !== undefined && { 'retry-after': trouble.retryAfter }) }).end('{"error":{"resource":"","message":"Too many requests"}}');
    case 'status':
      return void response.writeHead(trouble.status, { 'content-type': 'application/json' }).end(trouble.body ?? '{"errorCode":"Unknown"}');
    default:
      return trouble satisfies never;
  }
}
