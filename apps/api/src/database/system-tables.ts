import type { LightState, LightValues, MailSecurity } from '@sportello/contract';
import type { Columns } from './columns.pg.ts';

/** What the desk stands on: where mail is handed in, which processes run, how their jobs go, and how it all was when it was looked at last. Nothing here is about a person. */
export function systemTables({ table, plain, sealed, index, uniqueIndex }: Columns) {
  const id = () => plain.text().primaryKey();

  /** The mail server that an administrator set: the row `current`, or none. */
  const mailServers = table('mail_servers', {
    id: id(),
    host: plain.text().notNull(),
    port: plain.integer().notNull(),
    security: plain.text().$type<MailSecurity>().notNull(),
    /** The account of the institution at its mail server; null: no sign-in. */
    account: plain.text(),
    password: sealed.text(),
    senderName: plain.text(),
    senderAddress: plain.text().notNull(),
    replyTo: plain.text(),
    /** Raised by each change, so that every process notices it; kept when the server is forgotten. */
    revision: plain.integer().notNull(),
    /** False: the server was forgotten, only the revision counts. */
    isSet: plain.boolean().notNull(),
    staffId: plain.text(),
    changedAt: plain.instant().notNull(),
  });

  /** Each process that runs, or ran until a while ago; it says again and again that it lives. */
  const processes = table('processes', {
    id: id(),
    role: plain.text().$type<'all' | 'web' | 'worker'>().notNull(),
    machine: plain.text().notNull(),
    version: plain.text().notNull(),
    /** Names of the keys it works with, which say nothing of them. */
    keys: plain.text().notNull(),
    startedAt: plain.instant().notNull(),
    seenAt: plain.instant().notNull(),
    /** How far its machine's clock is before the database's, in milliseconds. */
    skewMilliseconds: plain.integer().notNull(),
  }, (t) => [index('processes_seen').on(t.seenAt)]);

  /** How a job goes in one process; written with its sign of life. */
  const jobRuns = table('job_runs', {
    id: id(),
    processId: plain.text().notNull(),
    job: plain.text().notNull(),
    everyMilliseconds: plain.integer().notNull(),
    /** Since when a round is under way; null: it rests. */
    busySince: plain.instant(),
    lastEndedAt: plain.instant(),
    lastGoodAt: plain.instant(),
    failingSince: plain.instant(),
    /** Kind of the last error. */
    failure: plain.text(),
  }, (t) => [uniqueIndex('job_runs_job').on(t.processId, t.job)]);

  /** How each light was when it was looked at last, so that it can say since when. */
  const lights = table('lights', {
    id: id(),
    state: plain.text().$type<LightState>().notNull(),
    says: plain.text().notNull(),
    lightValues: plain.json<LightValues>().notNull(),
    since: plain.instant().notNull(),
    checkedAt: plain.instant().notNull(),
  });

  /** What the watch makes of a light: what was seen by successive looks, and what administrators were told of it. */
  const lightWatches = table('light_watches', {
    id: id(),
    seen: plain.text().$type<'well' | 'attention' | 'bad'>().notNull(),
    /** How many looks, one after another, found it well, or not well. */
    looks: plain.integer().notNull(),
    badLooks: plain.integer().notNull(),
    lookedAt: plain.instant().notNull(),
    /** Since when it is not well; null: it is well for good. */
    wrongSince: plain.instant(),
    /** Since when it is well again, while that has still to hold. */
    wellSince: plain.instant(),
    /** From when to when the last trouble lasted; an open one has no end. */
    troubleSince: plain.instant(),
    troubleUntil: plain.instant(),
    /** As what administrators were told of this trouble; null: they were not. */
    toldAs: plain.text().$type<'attention' | 'bad'>(),
    toldAt: plain.instant(),
    /** When they were told that it is over. */
    clearedAt: plain.instant(),
  });

  /** The row `current`: which process looks at the lights, and when the next one may. */
  const watchRounds = table('watch_rounds', {
    id: id(),
    holder: plain.text().notNull(),
    dueAt: plain.instant().notNull(),
    /** When a round came to its end last. */
    endedAt: plain.instant(),
  });

  return { mailServers, processes, jobRuns, lights, lightWatches, watchRounds };
}
