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

  return { mailServers, processes, jobRuns, lights };
}
