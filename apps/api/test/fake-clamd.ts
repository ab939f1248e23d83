import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What the daemon does when it has heard everything. `silent`: nothing at all, as one that is stuck. */
export type ClamdMood = 'well' | 'garbage' | 'silent' | 'hangs-up' | 'too-large' | 'endless';

/** The test file of the antivirus makers (eicar.org), which is no virus; put together here so that no scanner finds this file. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');

export interface FakeClamd {
  readonly port: number;
  mood: ClamdMood;
  /** What it heard, one content a connection. */
  readonly heard: Buffer[];
  close(): Promise<void>;
}

/** ClamAV's daemon as far as INSTREAM goes: the command with its zero byte, chunks after their lengths, a length of nought, one answer. */
export async function startFakeClamd(): Promise<FakeClamd> {
  const sockets = new Set<Socket>();
  const heard: Buffer[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let said = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      said = Buffer.concat([said, chunk]);
      if (fake.mood === 'too-large' && said.length > 100) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      const content = contentIn(said);
      if (content === 'wrong') return void socket.end('UNKNOWN COMMAND\0');
      if (content === null) return;
      heard.push(content);
      answer(socket, content, fake.mood);
    });
  });
  const fake: FakeClamd = {
    port: 0,
    mood: 'well',
    heard,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(fake, { port: (server.address() as AddressInfo).port }); // it listens on a port
}

const command = Buffer.from('zINSTREAM\0');

/** null: more must come. */
function contentIn(said: Buffer): Buffer | 'wrong' | null {
  if (said.length < command.length) return null;
  if (!said.subarray(0, command.length).equals(command)) return 'wrong';
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= said.length; ) {
    const length = said.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > said.length) return null;
    chunks.push(said.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

function answer(socket: Socket, content: Buffer, mood: ClamdMood): void {
  if (mood === 'silent') return;
  if (mood === 'hangs-up') return void socket.destroy();
  if (mood === 'garbage') return void socket.end('HTTP/1.1 200 OK\r\n\r\n\0');
  if (mood === 'endless') return void socket.write('stream: '.repeat(10_000));
  socket.end(content.includes(eicar) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0');
}
