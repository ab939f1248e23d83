import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import type { Notices } from './database.ts';

const waits = [100, 200, 500, 1000, 2000, 5000];
/** A connection that died without a word is found out by asking it something. */
const askEveryMilliseconds = 15_000;
const askedTooLongMilliseconds = 5000;

/** LISTEN and NOTIFY of PostgreSQL. */
export function pgNotices(url: string): Notices {
  return {
    async say(tx, channel, words) {
      if (words.length === 0) return;
      const all = sql`jsonb_array_elements_text(${JSON.stringify(words)}::text::jsonb) as said (word)`;
      await tx.select({ told: sql`pg_notify(${channel}, said.word)` }).from(all);
    },
    listen(channel, ears) {
      const isOver = new AbortController();
      const listening = keepListening(url, channel, ears, isOver.signal);
      return {
        async close() {
          isOver.abort();
          await listening;
        },
      };
    },
  };
}

type Ears = Parameters<Notices['listen']>[1];

async function keepListening(url: string, channel: string, ears: Ears, isOver: AbortSignal): Promise<void> {
  let failures = 0;
  while (!isOver.aborted) {
    const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: askedTooLongMilliseconds });
    const onOpen = () => {
      failures = 0;
      ears.onOpen();
    };
    // Whatever goes wrong, the next connection may be better; what was missed meanwhile is for `onOpen`.
    await listenOnce(client, channel, { ...ears, onOpen }, isOver).catch(() => undefined);
    await Promise.race([client.end().catch(() => undefined), delay(1000, undefined, { ref: false })]);
    if (!isOver.aborted) await delay(waits[Math.min(failures, waits.length - 1)], undefined, { signal: isOver }).catch(() => undefined);
    failures += 1;
  }
}

/** Until the connection breaks, or it is over. */
async function listenOnce(client: pg.Client, channel: string, { onWord, onOpen }: Ears, isOver: AbortSignal): Promise<void> {
  const { promise: gone, resolve } = Promise.withResolvers<undefined>();
  const drop = () => resolve(undefined);
  client.on('error', drop);
  client.on('end', drop);
  isOver.addEventListener('abort', drop, { once: true });
  client.on('notification', ({ payload }) => {
    if (payload !== undefined) onWord(payload);
  });
  await client.connect();
  await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  onOpen();

  const asking = setInterval(() => {
    const tooLong = setTimeout(drop, askedTooLongMilliseconds).unref();
    client.query('SELECT 1').then(() => clearTimeout(tooLong), drop);
  }, askEveryMilliseconds).unref();
  await gone;
  clearInterval(asking);
}
