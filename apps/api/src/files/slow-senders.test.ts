import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchSender } from './slow-senders.ts';

const patience = { silence: 150, longest: 600 };
const server = createServer((request, response) => void answer(request).then(() => response.end('kept')).catch(() => undefined));
let port = 0;

async function answer(request: IncomingMessage): Promise<void> {
  const rest = watchSender(request, patience);
  try {
    await request.toArray();
  } finally {
    rest();
  }
}

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port; // it listens on a port
});
afterAll(() => void server.close());

/** Sends so much and then a byte at a time; answers with what comes back before the line is closed. */
function send(first: string, { every }: { every: number | null }): Promise<string> {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.write(`POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 1000\r\n\r\n${first}`);
  const timer = every === null ? null : setInterval(() => socket.write('x'), every);
  let heard = '';
  socket.on('data', (chunk) => void (heard += chunk.toString()));
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    socket.on('close', () => {
      if (timer) clearInterval(timer);
      resolve(heard);
    });
  });
}

test('who has sent everything is answered', async () => {
  expect(await send('x'.repeat(1000), { every: null })).toContain('kept');
});

test('who goes silent is hung up on', async () => {
  expect(await send('x'.repeat(500), { every: null })).toBe('');
});

test('who sends a byte now and then is hung up on in the end', async () => {
  expect(await send('x', { every: 50 })).toBe('');
});
