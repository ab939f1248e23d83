import { and, eq, exists, gt, gte, inArray, isNotNull, isNull, lt, ne, not, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { maskedText } from '../database/erase-rows.ts';
import type { Directory } from '../directory/directory.ts';
import { cutoff, periodsOf } from './periods.ts';

/** The conditions under which rows are over on a day. */
export interface Due {
  readonly appointments: SQL;
  /** Nothing is left that needs them. `atOnce`: with what of theirs goes the same night. */
  readonly people: SQL;
  readonly peopleAtOnce: SQL;
  readonly messages: SQL;
  readonly reports: SQL;
  readonly ratings: SQL;
}

/** Whoever hangs on nothing is not in anybody's hands any more. */
const aloneMonths = 1;
/** Nothing of them is to come, whatever their time says. */
const givenUp = ['cancelled', 'refused', 'expired'] as const;

/** What is over on a day of the union's zone. Reads which periods there are, so that each is one comparison of instants. */
export async function dueOn(database: Database, directory: Directory, { day, now }: { readonly day: string; readonly now: number }): Promise<Due> {
  const { tables, read } = database;
  const { timeZone } = directory.union;
  const { people, outbox, reports, ratings, invitations, retentionHolds } = tables;
  const periods = periodsOf(directory.union);
  const before = (months: number) => cutoff(timeZone, day, months);

  const isKept = exists(read.select({ one: sql`1` }).from(retentionHolds).where(and(eq(retentionHolds.personId, people.id), isNull(retentionHolds.endedAt), gte(retentionHolds.until, day))));
  const isInvited = exists(
    read.select({ one: sql`1` }).from(invitations).where(and(eq(invitations.personId, people.id), isNull(invitations.usedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now))),
  );
  const appointments = await appointmentsOver(database, directory, { day, before });
  const isNobodys = (isGone: SQL | undefined) => and(isNull(people.erasedAt), not(isKept), not(isInvited), not(isNamedIn(database, isGone)), or(isNamedIn(database, undefined), lt(people.createdAt, before(aloneMonths))));
  return {
    appointments,
    people: all(isNobodys(isNotNull(tables.appointments.anonymisedAt))),
    peopleAtOnce: all(isNobodys(or(isNotNull(tables.appointments.anonymisedAt), appointments))),
    messages: all(and(ne(outbox.state, 'pending'), lt(outbox.createdAt, before(periods.messages)))),
    reports: all(and(ne(reports.text, maskedText), lt(reports.createdAt, before(periods.texts)))),
    ratings: all(and(notInArray(ratings.comment, ['', maskedText]), lt(ratings.createdAt, before(periods.texts)))),
  };
}

/** Whether a person takes part in an appointment; `unless` it is one of these. */
function isNamedIn({ read, tables: { people, appointments, appointmentPeople } }: Database, unless: SQL | undefined): SQL {
  const isTheirs = eq(appointmentPeople.personId, people.id);
  return exists(
    read
      .select({ one: sql`1` })
      .from(appointmentPeople)
      .innerJoin(appointments, eq(appointments.id, appointmentPeople.appointmentId))
      .where(unless ? and(isTheirs, not(unless)) : isTheirs),
  );
}

/**
 * Appointments whose time is over: the months of their service have passed since they ended, or were given up. Of what the service
 * said when it was booked and what it says now the shorter holds: nobody's data are kept longer than they were told, and a shorter time holds at once.
 */
async function appointmentsOver(database: Database, directory: Directory, { day, before }: { readonly day: string; readonly before: (months: number) => number }): Promise<SQL> {
  const { read, tables } = database;
  const { appointments, appointmentPeople, retentionHolds } = tables;
  const known = await read.selectDistinct({ serviceId: appointments.serviceId, months: appointments.retentionMonths }).from(appointments).where(isNull(appointments.anonymisedAt));
  const byMonths = Map.groupBy(known, ({ serviceId, months }) => Math.min(months, directory.services.get(serviceId)?.retentionMonths ?? months));
  const isOver = [...byMonths].map(([months, rules]) => {
    const isOfRules = or(...rules.map((rule) => and(eq(appointments.serviceId, rule.serviceId), eq(appointments.retentionMonths, rule.months))));
    return and(isOfRules, endedBefore(tables, before(months)));
  });
  const isKept = exists(
    read
      .select({ one: sql`1` })
      .from(appointmentPeople)
      .innerJoin(retentionHolds, eq(retentionHolds.personId, appointmentPeople.personId))
      .where(and(eq(appointmentPeople.appointmentId, appointments.id), isNull(retentionHolds.endedAt), gte(retentionHolds.until, day))),
  );
  const isOfSomebody = or(isNotNull(appointments.code), notInArray(appointments.state, ['held', 'expired'])); // a hold never named anybody
  return all(and(isNull(appointments.anonymisedAt), isOfSomebody, or(...isOver, sql`1 = 0`), not(isKept)));
}

/** Never null, so that its contrary is true where it is not. */
function endedBefore({ appointments }: Database['tables'], instant: number): SQL | undefined {
  const isGivenUp = inArray(appointments.state, [...givenUp]);
  const isLastTouched = lt(appointments.changedAt, instant);
  const isPast = or(and(isNotNull(appointments.endsAt), lt(appointments.endsAt, instant)), and(isNull(appointments.endsAt), isLastTouched));
  return or(and(isGivenUp, isLastTouched), and(not(isGivenUp), isPast));
}

/** A condition that is there: `and` of nothing would be every row. */
function all(condition: SQL | undefined): SQL {
  if (!condition) throw new Error('Not everything is over');
  return condition;
}
