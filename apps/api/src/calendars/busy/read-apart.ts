import { Worker } from 'node:worker_threads';
import type { BusyAnswer, BusyQuestion } from './read-busy-times.ts';

export interface ApartSettings {
  /** The longest that reading a file may take. */
  readonly readMs?: number;
  /** Of the thread that reads, beside this process's own. */
  readonly mostMegabytes?: number;
}

/**
 * Reads busy times in a thread of its own, with limits of time and memory: a hostile file costs that thread, and nobody waits for it.
 * What goes beyond a limit is `too-large`; what cannot be read at all is no calendar. `signal` ends it at once: then, and only then, it throws.
 */
export async function readApart(bytes: Buffer, question: BusyQuestion, { readMs = 5_000, mostMegabytes = 128 }: ApartSettings, signal: AbortSignal): Promise<BusyAnswer> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./read-apart-thread.ts', import.meta.url), {
    workerData: { bytes, question },
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
  });
  const { promise, resolve, reject } = Promise.withResolvers<BusyAnswer>();
  let timer: NodeJS.Timeout | undefined;
  worker.once('online', () => (timer = setTimeout(() => resolve({ ok: false, failure: 'too-large' }), readMs)));
  const stop = () => reject(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  worker.once('message', resolve);
  worker.once('error', (error) => resolve({ ok: false, failure: isOutOfMemory(error) ? 'too-large' : 'not-a-calendar' }));
  worker.once('exit', () => resolve({ ok: false, failure: 'not-a-calendar' }));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
