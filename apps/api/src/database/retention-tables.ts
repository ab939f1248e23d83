import type { Columns } from './columns.pg.ts';

/** How what is known of people goes when its time is over: whether it does, and each night on which it did. Nothing of it names a citizen. */
export function retentionTables({ table, plain, masked, index, uniqueIndex }: Columns) {
  const id = () => plain.text().primaryKey();

  /** The row `union`, once somebody decided. */
  const retentionSwitch = table('retention_switch', {
    id: id(),
    isOn: plain.boolean().notNull(),
    revision: plain.integer().notNull(),
    /** What the dry run said to whoever switched it on. */
    seenPeople: plain.integer(),
    seenAppointments: plain.integer(),
    staffId: plain.text().notNull(),
    changedAt: plain.instant().notNull(),
  });

  /** One row a night. What was done is counted in the write that did it, so that the figures hold if the process ends in the middle. */
  const retentionRuns = table('retention_runs', {
    id: id(),
    /** Day of the union's zone. */
    day: plain.text().notNull(),
    startedAt: plain.instant().notNull(),
    endedAt: plain.instant(),
    /** Whose turn it is, and until when unless they say so again. */
    holder: plain.text().notNull(),
    lockedUntil: plain.instant().notNull(),
    people: plain.integer().notNull().default(0),
    appointments: plain.integer().notNull().default(0),
    messages: plain.integer().notNull().default(0),
    texts: plain.integer().notNull().default(0),
    /** How many people and appointments could not be treated; they are due again the next night. */
    failures: plain.integer().notNull().default(0),
  }, (t) => [uniqueIndex('retention_runs_day').on(t.day)]);

  /** What is kept beyond its time for a reason, such as a dispute: of one person, with all that names them. */
  const retentionHolds = table('retention_holds', {
    id: id(),
    personId: plain.text().notNull(),
    /** Day of the union's zone, the last on which it is kept. */
    until: plain.text().notNull(),
    reason: masked.text().notNull(),
    staffId: plain.text().notNull(),
    createdAt: plain.instant().notNull(),
    endedAt: plain.instant(),
    endedBy: plain.text(),
  }, (t) => [index('retention_holds_person').on(t.personId)]);

  return { retentionSwitch, retentionRuns, retentionHolds };
}
