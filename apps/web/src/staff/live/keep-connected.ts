import { now } from '../../clock.ts';
import { reasonToSignIn } from '../staff-call.ts';
import { chance } from '../../chance.ts';
import type { LiveEvent } from './live-event.ts';
import { openStream } from './open-stream.ts';
import { readStream } from './read-stream.ts';

/** How fresh the page is. `since`: when the desk was last heard of, in epoch milliseconds on this device. */
export type Standing =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'lost'; readonly since: number }
  /** The session ended. */
  | { readonly state: 'over' };

interface Wish {
  readonly signal: AbortSignal;
  /** From where the stream goes on, asked at each attempt; null: from now. */
  readonly lastId: () => string | null;
  readonly onEvent: (event: LiveEvent) => void;
  readonly onId: (id: string) => void;
  readonly onStanding: (standing: Standing) => void;
}

/** A desk that is not heard of for so long is as good as gone: the server gives a sign of life far more often. */
const silenceMilliseconds = 45_000;
const firstPauseMilliseconds = 500;
const longestPauseMilliseconds = 15_000;

/**
 * Keeps one stream open, opening it again after each loss, until the signal aborts or the session is over. The pauses grow,
 * each with some chance in it, so that all desks do not come back in the same instant.
 */
export async function keepConnected(wish: Wish): Promise<void> {
  const { signal, onStanding } = wish;
  let failures = 0;
  let heardAt = now();
  const onSign = () => {
    failures = 0;
    heardAt = now();
  };
  while (!signal.aborted) {
    const isOver = await followOnce(wish, onSign);
    if (signal.aborted) return;
    if (isOver) return onStanding({ state: 'over' });
    onStanding({ state: 'lost', since: heardAt });
    await pause(pauseAfter(failures++), signal);
  }
}

/** One stream from its opening to its end, however it ends. Answers whether the session is over. */
async function followOnce({ signal, lastId, onEvent, onId, onStanding }: Wish, onSign: () => void): Promise<boolean> {
  const attempt = new AbortController();
  const stopListening = abortWith(attempt, signal);
  const silence = new Alarm(silenceMilliseconds, () => attempt.abort());
  const hear = () => {
    onSign();
    silence.restart();
  };
  let isOver = false;
  try {
    silence.restart();
    const body = await openStream(lastId(), attempt.signal);
    onStanding({ state: 'live' });
    hear();
    await readStream(body, {
      onSign: hear,
      onId,
      onEvent(event) {
        if (event.name === 'over') isOver = true;
        else onEvent(event);
      },
    });
    return isOver;
  } catch (error) {
    return isOver || reasonToSignIn(error) !== null;
  } finally {
    silence.stop();
    stopListening();
  }
}

function pauseAfter(failures: number): number {
  return Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** failures) * (0.5 + chance() / 2);
}

/** An attempt ends with the whole, and at once when the device says that the network is gone. */
function abortWith(attempt: AbortController, signal: AbortSignal): () => void {
  const abort = () => attempt.abort();
  signal.addEventListener('abort', abort);
  window.addEventListener('offline', abort);
  return () => {
    signal.removeEventListener('abort', abort);
    window.removeEventListener('offline', abort);
  };
}

/** Ends early when the network is back. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      window.removeEventListener('online', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish);
    window.addEventListener('online', finish);
  });
}

class Alarm {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #milliseconds: number;
  readonly #ring: () => void;

  constructor(milliseconds: number, ring: () => void) {
    this.#milliseconds = milliseconds;
    this.#ring = ring;
  }

  restart(): void {
    this.stop();
    this.#timer = setTimeout(this.#ring, this.#milliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
