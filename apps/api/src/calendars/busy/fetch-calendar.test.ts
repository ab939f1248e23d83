import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { calendarUrl } from './calendar-address.ts';
import { fetchCalendar, type FetchSettings } from './fetch-calendar.ts';
import type { Resolve } from './guarded-connection.ts';
import { isPublicAddress } from './public-address.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server of this machine that answers so; its address with a name that may be private, unless the test says otherwise. */
async function serve(answer: RequestListener): Promise<{ port: number; address: string }> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return { port, address: `http://localhost:${port}/busy.ics` };
}

const never = new AbortController().signal;
const settings: FetchSettings = { privateHosts: ['localhost'], userAgent: 'Prova/1', timeoutMs: 5_000 };

async function read(address: string, { etag = null, ...changes }: Partial<FetchSettings> & { etag?: string | null } = {}) {
  const url = calendarUrl(address);
  if (!url) return 'bad-address';
  const fetched = await fetchCalendar(url, etag, { ...settings, ...changes }, never);
  if (!fetched.ok) return fetched.failure;
  return fetched.isSame ? 'same' : fetched.bytes.toString();
}

/** Names lead where a test says, one answer after the other. */
function resolver(...answers: readonly (readonly string[])[]): Resolve {
  let asked = 0;
  const resolve = (_: string, __: object, callback: (error: null, addresses: object[]) => void) => callback(null, (answers[Math.min(asked++, answers.length - 1)] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  return resolve as unknown as Resolve; // called in this way only
}

describe('what is read', () => {
  test('is the text, whether or not it was packed; who reads says so', async () => {
    const seen: unknown[] = [];
    const { address } = await serve((request, response) => {
      seen.push(request.headers['user-agent'], request.headers.cookie, request.headers.authorization);
      const packed = { '/gzip': ['gzip', gzipSync('a text')], '/br': ['br', brotliCompressSync('a text')] }[request.url ?? ''];
      if (packed) response.setHeader('content-encoding', packed[0] as string);
      response.end(packed?.[1] ?? 'a text');
    });
    for (const path of ['', '/gzip', '/br']) expect(await read(address.replace('/busy.ics', path))).toBe('a text');
    expect(seen.slice(0, 3)).toEqual(['Prova/1', undefined, undefined]);
  });

  test('is asked for with what is known, and may be the same', async () => {
    const { address } = await serve((request, response) => {
      response.setHeader('etag', '"one"');
      response.writeHead(request.headers['if-none-match'] === '"one"' ? 304 : 200).end('a text');
    });
    const fetched = await fetchCalendar(new URL(address), null, settings, never);
    expect(fetched).toMatchObject({ ok: true, etag: '"one"' });
    expect(await read(address, { etag: '"one"' })).toBe('same');
    expect(await read(address, { etag: '"two"' })).toBe('a text');
  });

  test('is asked for with name and password, which go to no other site', async () => {
    const seen: (string | undefined)[] = [];
    const { address, port } = await serve((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === '/away') response.writeHead(302, { location: `http://127.0.0.1:${port}/there` });
      if (request.url === '/busy.ics') response.writeHead(302, { location: '/away' });
      response.end('a text');
    });
    expect(await read(address.replace('//', '//ada:p%40ss@'), { privateHosts: ['localhost', '127.0.0.1'] })).toBe('a text');
    const basic = `Basic ${Buffer.from('ada:p@ss').toString('base64')}`;
    expect(seen).toEqual([basic, basic, undefined]);
  });

  test('follows five redirects, and no more', async () => {
    const { address } = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` });
      response.end('a text');
    });
    expect(await read(address.replace('busy.ics', '5'))).toBe('a text');
    expect(await read(address.replace('busy.ics', '6'))).toBe('refused');
  });
});

describe('what cannot be read', () => {
  test.each([
    ['ftp://example.org/a.ics'], ['file:///etc/passwd'], ['javascript:alert(1)'], ['example.org/a.ics'], ['https://'], ['webcal:a'], ['https://exa mple.org/'], ['data:text/calendar,BEGIN'],
  ])('%s is no address', async (address) => expect(await read(address)).toBe('bad-address'));

  test.each([404, 401, 500, 503, 304])('an answer of %i', async (status) => {
    const { address } = await serve((_, response) => void response.writeHead(status).end());
    expect(await read(address)).toBe('refused');
  });

  test('a redirect to nowhere, or to a place that is no calendar’s', async () => {
    const { address } = await serve((request, response) => void response.writeHead(302, request.url === '/none' ? {} : { location: 'file:///etc/passwd' }).end());
    expect(await read(address)).toBe('refused');
    expect(await read(address.replace('busy.ics', 'none'))).toBe('refused');
  });

  test('a machine that is not there', async () => {
    const { address } = await serve((_, response) => void response.end());
    server?.close();
    expect(await read(address)).toBe('unreachable');
    expect(await read('https://nobody.invalid/a.ics')).toBe('unreachable');
  });

  test('an answer that breaks off', async () => {
    const { address } = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('BEGIN', () => response.destroy());
    });
    expect(await read(address)).toBe('unreachable');
  });

  test('a packet that is none', async () => {
    const { address } = await serve((request, response) => void response.writeHead(200, { 'content-encoding': request.url === '/other' ? 'zstd' : 'gzip' }).end('not packed'));
    expect(await read(address)).toBe('not-a-calendar');
    expect(await read(address.replace('busy.ics', 'other'))).toBe('not-a-calendar');
  });

  test('one that is too large, said, unsaid, or packed small', async () => {
    const { address } = await serve((request, response) => {
      const bomb = request.url === '/bomb';
      response.writeHead(200, { ...(request.url === '/said' && { 'content-length': 9_000_000 }), ...(bomb && { 'content-encoding': 'gzip' }) });
      if (bomb) return response.end(gzipSync(Buffer.alloc(60_000_000)));
      const more = () => !response.destroyed && response.write(Buffer.alloc(200_000), more);
      more();
    });
    for (const path of ['bomb', 'said', 'unsaid']) expect(await read(address.replace('busy.ics', path))).toBe('too-large');
  });

  test('one that is too slow: to answer, in its headers, drop by drop', async () => {
    const { address } = await serve((request, response) => {
      if (request.url === '/silent') return;
      if (request.url === '/headers') return void request.socket.write('HTTP/1.1 200 OK\r\nx-a: b\r\n');
      response.writeHead(200);
      const drip = setInterval(() => response.write('B'), 20);
      response.once('close', () => clearInterval(drip));
    });
    for (const path of ['silent', 'headers', 'drip']) {
      const before = performance.now();
      expect(await read(address.replace('busy.ics', path), { timeoutMs: 300 })).toBe('too-slow');
      expect(performance.now() - before).toBeLessThan(3_000);
    }
  });

  test('a reading that is ended ends at once', async () => {
    const { address } = await serve(() => undefined);
    const ending = new AbortController();
    const reading = fetchCalendar(new URL(address), null, settings, ending.signal);
    await delay(50);
    ending.abort();
    await expect(reading).rejects.toThrow('aborted');
  });
});

describe('private networks', () => {
  test.each([
    'http://127.0.0.1/a.ics', 'http://localhost/a.ics', 'http://0.0.0.0/', 'http://[::1]/', 'http://[::]/', 'http://10.1.2.3/', 'http://172.16.0.1/', 'http://192.168.1.1/', 'http://169.254.169.254/latest/', 'http://100.64.0.1/',
    'http://224.0.0.1/', 'http://255.255.255.255/', 'http://[fe80::1]/', 'http://[fd00::1]/', 'http://[ff02::1]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:a00:1]/', 'http://[64:ff9b::7f00:1]/', 'http://[2002:7f00:1::]/', 'http://[::7f00:1]/',
    'http://2130706433/', 'http://0x7f.1/', 'http://017700000001/', 'http://127.1/', 'http://LOCALHOST/', 'http://192.0.2.1/', 'http://198.18.0.1/', 'http://[2001:db8::1]/', 'http://[fec0::1]/',
  ])('%s is not asked', async (address) => expect(await read(address, { privateHosts: [] })).toBe('private-address'));

  test('a name that leads there is not asked, nor one of whose addresses one does', async () => {
    for (const answer of [['10.0.0.1'], ['93.184.216.34', '10.0.0.1'], ['2606:2800:220:1::1', '::1'], []]) expect(await read('http://calendar.example/a.ics', { resolve: resolver(answer) })).toBe('private-address');
  });

  test('a name that leads elsewhere the second time leads nowhere', async () => {
    const { port } = await serve((_, response) => void response.end('inside'));
    const asked: string[] = [];
    const rebinding = resolver(['93.184.216.34'], ['127.0.0.1']);
    const counted = ((name: string, options: object, callback: never) => {
      asked.push(name);
      (rebinding as unknown as (name: string, options: object, callback: never) => void)(name, options, callback);
    }) as unknown as Resolve; // called in this way only
    expect(await read(`http://calendar.example:${port}/a.ics`, { resolve: counted, timeoutMs: 400 })).not.toBe('inside');
    expect(asked).toEqual(['calendar.example']); // the connection goes to what was looked at
  });

  test('a redirect there is not followed', async () => {
    const { address, port } = await serve((request, response) => void response.writeHead(request.url === '/busy.ics' ? 302 : 200, { location: `http://127.0.0.1:${port}/inside` }).end('inside'));
    expect(await read(address)).toBe('private-address');
  });

  test('a machine that the union named may be there', async () => {
    const { port } = await serve((_, response) => void response.end('inside'));
    expect(await read(`http://127.0.0.1:${port}/`, { privateHosts: ['127.0.0.1'] })).toBe('inside');
  });

  test('an address of the open internet is public', () => {
    for (const address of ['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946', '2a00:1450:4002::1']) expect(isPublicAddress(address)).toBe(true);
    for (const address of ['', 'example.org', '127.0.0.1%lo', 'fe80::1%eth0']) expect(isPublicAddress(address)).toBe(false);
  });
});
