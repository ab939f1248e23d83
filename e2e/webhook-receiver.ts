import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What another system was told. */
export interface Told {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly message: { readonly type: string; readonly data: { readonly appointment_id?: string; readonly starts_at?: string } };
}

/** Another system beside the desk. `fail`: from now on it answers with an error; `calm`: it takes what comes. */
export async function openReceiver() {
  const told: Told[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => void parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      told.push({ headers, body, message: JSON.parse(body) as Told['message'] });
      response.writeHead(status).end(status === 204 ? undefined : 'Archivio pieno');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://localhost:${port}/avvisi`,
    told,
    fail: () => void (status = 507),
    calm: () => void (status = 204),
    close: () => void server.close(),
  };
}
