import BetterSqlite from 'better-sqlite3';
import pg from 'pg';
import type { DatabaseLocation } from '../src/database/open.ts';

/** What somebody with a database shell counts; nothing of the product is used for it. Instants in epoch milliseconds. */
export interface Recount {
  count(sql: string): Promise<number>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** An instant column as milliseconds. */
  ms(column: string): string;
  /** The hour of an instant column in Rome, on a day of winter time (UTC+1). */
  winterHour(column: string): string;
  close(): Promise<void>;
}

export async function recountIn(location: DatabaseLocation): Promise<Recount> {
  const isPg = location.kind === 'pg';
  const ms = (column: string) => (isPg ? `cast(extract(epoch from ${column}) * 1000 as bigint)` : column);
  const { rows, close } = isPg ? await openPg(location.url) : openSqlite(location.file);
  return {
    rows,
    close,
    ms,
    count: async (sql) => Number(Object.values((await rows(sql))[0] ?? {})[0] ?? 0),
    winterHour: (column) => `((${ms(column)} + 3600000) / 3600000) % 24`,
  };
}

type Connection = Pick<Recount, 'rows' | 'close'>;

function openSqlite(file: string): Connection {
  const connection = new BetterSqlite(file, { readonly: true });
  return { rows: async (sql) => connection.prepare(sql).all() as Record<string, unknown>[], close: async () => void connection.close() };
}

async function openPg(url: string): Promise<Connection> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return { rows: async (sql) => (await client.query(sql)).rows as Record<string, unknown>[], close: () => client.end() };
}

export interface Asked {
  /** Epoch milliseconds; `before` is not in. */
  readonly from: number;
  readonly before: number;
  /** More of a condition on a row of events, such as `channel = 'video'`. */
  readonly where?: string;
}

const ending = `'moved','cancelled','arrived','started','served','missed','taken-back'`;

/** The figures of a span, by SQL over the events alone. Every column of the result is a number or null. */
export async function recountEvents(recount: Recount, { from, before, where = '1 = 1' }: Asked): Promise<Record<string, number | null>> {
  const { count, rows, ms } = recount;
  const within = (column: string) => `${ms(column)} >= ${from} and ${ms(column)} < ${before}`;
  const done = (kinds: string, more = '1 = 1') => count(`select count(*) as n from events where kind in (${kinds}) and ${within('at')} and ${where} and ${more}`);
  const left = `(${ms('new_starts_at')} - ${ms('at')})`;
  // The last word on a meeting: what follows it, if anything, did not take it back.
  const last = `select e.*, lead(kind) over (partition by appointment_id order by at, id) as next_kind,
    max(case when kind in ('arrived','walked-in') then ${ms('at')} end) over (partition by appointment_id order by at, id) as came,
    max(case when kind = 'started' then ${ms('at')} end) over (partition by appointment_id order by at, id) as began,
    max(case when kind = 'walked-in' then 1 else 0 end) over (partition by appointment_id) as walked_in
    from events e where kind in (${ending}, 'walked-in')`;
  const stands = (kind: string) => `select * from (${last}) s where kind = '${kind}' and (next_kind is null or next_kind <> 'taken-back') and ${within('coalesce(new_starts_at, at)')} and ${where}`;
  const [lengths] = await rows(`select count(*) as known, avg((${ms('at')} - began) / 60000.0) as mean, avg(planned_minutes * 1.0) as planned, sum(case when (${ms('at')} - began) > planned_minutes * 60000 then 1 else 0 end) as over_plan from (${stands('served')}) d where began is not null and planned_minutes is not null`);
  const waits = (await rows(`select (began - case when walked_in = 0 and new_starts_at is not null and ${ms('new_starts_at')} > came then ${ms('new_starts_at')} else came end) as wait from (${stands('served')}) w where came is not null and began is not null`))
    .map(({ wait }) => Math.max(0, Number(wait)) / 60_000)
    .toSorted((one, other) => one - other);
  const [hour, day] = [3_600_000, 86_400_000];
  async function ranges(actor: string): Promise<number[]> {
    const conditions = [
      `(new_starts_at is null or ${left} <= 0)`,
      `${left} > 0 and ${left} < ${4 * hour}`,
      `${left} >= ${4 * hour} and ${left} < ${day}`,
      `${left} >= ${day} and ${left} < ${3 * day}`,
      `${left} >= ${3 * day} and ${left} < ${7 * day}`,
      `${left} >= ${7 * day}`,
    ];
    const counts: number[] = [];
    for (const condition of conditions) counts.push(await done(`'cancelled'`, `actor ${actor} and ${condition}`));
    return counts;
  }
  const named = (by: string, values: number[]) => Object.fromEntries(['after_start', 'under_4_hours', 'under_1_day', 'under_3_days', 'under_7_days', 'from_7_days'].map((name, index) => [`${by} ${name}`, values[index] ?? 0]));
  const one = (value: unknown) => (value === null || value === undefined ? null : Math.round(Number(value) * 10) / 10);
  return {
    booked_by_citizen: await done(`'confirmed','requested'`, `actor = 'citizen'`),
    booked_by_desk: await done(`'confirmed','requested'`, `actor <> 'citizen'`),
    walk_ins: await done(`'walked-in'`),
    moved_by_citizen: await done(`'moved'`, `actor = 'citizen'`),
    moved_by_desk: await done(`'moved'`, `actor <> 'citizen'`),
    refused: await done(`'refused'`),
    served: await count(`select count(*) as n from (${stands('served')}) c`),
    missed: await count(`select count(*) as n from (${stands('missed')}) c`),
    ...named('citizen', await ranges(`= 'citizen'`)),
    ...named('desk', await ranges(`<> 'citizen'`)),
    lengths: Number(lengths?.['known']),
    length_mean: one(lengths?.['mean']),
    planned_mean: one(lengths?.['planned']),
    over_plan: Number(lengths?.['over_plan'] ?? 0),
    waits: waits.length,
    wait_median: one(waits[Math.ceil(waits.length * 0.5) - 1]),
    wait_nine_of_ten: one(waits[Math.ceil(waits.length * 0.9) - 1]),
  };
}
