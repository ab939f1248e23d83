import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What another system received, as it came. */
export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly id: string;
  readonly message: { readonly type: string; readonly timestamp: string; readonly data: Readonly<Record<string, unknown>> };
}

/** Another system on this machine, whose name is `localhost`: it keeps what it is told, and answers as a test wants. */
export interface Receiver {
  /** Where it is told; `path` tells several endpoints apart. */
  url(path?: string): string;
  readonly received: Received[];
  /** Answers from now on in this way; `calm`: with 204. */
  answer(listener: (response: ServerResponse, received: Received) => void): void;
  calm(): void;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const calmly = (response: ServerResponse) => void response.writeHead(204).end();
  let listener: (response: ServerResponse, received: Received) => void = calmly;
  const received: Received[] = [];
  const onRequest: RequestListener = (request, response) => {
    void textOf(request).then((body) => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const one: Received = { headers, body, id: headers['webhook-id'] ?? '', message: JSON.parse(body) as Received['message'] };
      received.push(one);
      listener(response, one);
    });
  };
  const server = createServer(onRequest);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: (path = 'hook') => `http://localhost:${port}/${path}`,
    received,
    answer: (next) => void (listener = next),
    calm() {
      listener = calmly;
      received.length = 0;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
