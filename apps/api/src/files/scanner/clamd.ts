import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** Where ClamAV's daemon listens. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** Judges a content before it is kept. */
export interface Scanner {
  /** Whether it may be kept. Throws ScannerUnavailable where no answer can be had: then nothing is. */
  isClean(content: Buffer): Promise<boolean>;
}

export class ScannerUnavailable extends Error {}

const chunkBytes = 64 * 1024;
/** `stream: OK`, `stream: NAME FOUND`, `... ERROR`: all of them are short. */
const mostAnswerBytes = 4096;
const waitMilliseconds = 60_000;

/**
 * Asks clamd by its command INSTREAM (clamd(8)): chunks, each after its length in four bytes, and a length of nought at the end.
 * One connection a file, as the daemon wants it. What is not said to be clean is not clean.
 */
export function clamdScanner(address: ClamdAddress, { wait = waitMilliseconds }: { wait?: number } = {}): Scanner {
  return {
    async isClean(content) {
      const answer = await converse(address, content, wait).catch((error: unknown) => {
        throw new ScannerUnavailable('the malware scanner does not answer', { cause: error });
      });
      if (answer === 'stream: OK') return true;
      if (/^stream: .+ FOUND$/.test(answer)) return false;
      throw new ScannerUnavailable('the malware scanner answered something else'); // too large for it, too, is its settings' fault
    },
  };
}

async function converse(address: ClamdAddress, content: Buffer, wait: number): Promise<string> {
  const socket = connect({ ...address });
  const timer = setTimeout(() => socket.destroy(new Error('too slow')), wait);
  // Listening from the beginning: it may answer, or hang up, before it has heard everything.
  const heard = answerOf(socket);
  try {
    await Promise.race([say(socket, content), heard]);
    return await heard;
  } finally {
    clearTimeout(timer);
    heard.catch(() => undefined);
    socket.destroy();
  }
}

async function say(socket: Socket, content: Buffer): Promise<void> {
  await once(socket, 'connect');
  socket.write('zINSTREAM\0');
  for (let from = 0; from < content.length; from += chunkBytes) {
    const chunk = content.subarray(from, from + chunkBytes);
    socket.write(lengthOf(chunk.length));
    if (!socket.write(chunk)) await once(socket, 'drain');
  }
  socket.write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** What it says up to its first zero byte. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      said = Buffer.concat([said, chunk]);
      const end = said.indexOf(0);
      if (end !== -1) resolve(said.toString('utf8', 0, end));
      else if (said.length > mostAnswerBytes) reject(new Error('too long'));
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('no answer')));
  });
}
