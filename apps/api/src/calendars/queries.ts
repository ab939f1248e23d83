import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Database, Reader } from '../database/database.ts';
import { preparedOn } from '../database/prepared.ts';
import type { Claims, Hours } from './calendar-time.ts';
import { hoursOf, readHoursRows, tracedBackMilliseconds } from './hours-rows.ts';

type Tables = Database['tables'];

export function calendarQueries(tables: Tables) {
  const { calendars, claims } = tables;

  const revisions = preparedOn((reader: Reader) =>
    reader
      .select({ id: calendars.id, rulesRevision: calendars.rulesRevision, claimsRevision: calendars.claimsRevision })
      .from(calendars)
      .prepare('calendar_revisions'),
  );

  const sumOfRevisions = preparedOn((reader: Reader) =>
    reader
      .select({ sum: sql<number>`coalesce(sum(${calendars.revision} + ${calendars.claimsRevision} + 1), 0)`.mapWith(Number) })
      .from(calendars)
      .prepare('calendar_fingerprint'),
  );

  const claimsOfOne = preparedOn((reader: Reader) =>
    reader
      .select({ startsAt: claims.startsAt, endsAt: claims.endsAt, appointmentId: claims.appointmentId, heldUntil: claims.heldUntil })
      .from(claims)
      .where(and(eq(claims.calendarId, sql.placeholder('calendarId')), gt(claims.endsAt, sql.param(sql.placeholder('since'), claims.endsAt))))
      .orderBy(asc(claims.startsAt))
      .prepare('claims_of_calendar'),
  );

  return {
    revisions: (reader: Reader) => revisions(reader).execute(),
    async fingerprint(reader: Reader): Promise<number> {
      const [row] = await sumOfRevisions(reader).execute();
      return row?.sum ?? 0;
    },
    async claims(reader: Reader, calendarId: string, now: number): Promise<Claims> {
      return asClaims(await claimsOfOne(reader).execute({ calendarId, since: now - tracedBackMilliseconds }));
    },
    async hours(reader: Reader, ids: readonly string[], now: number): Promise<Map<string, Hours>> {
      const rows = await readHoursRows(reader, tables, ids, now - tracedBackMilliseconds);
      return new Map([...rows].map(([id, ofCalendar]) => [id, hoursOf(ofCalendar)]));
    },
  };
}

interface ClaimRow {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly appointmentId: string | null;
  readonly heldUntil: number | null;
}

function asClaims(rows: readonly ClaimRow[]): Claims {
  const intervals = new Int32Array(rows.length * 2);
  rows.forEach(({ startsAt, endsAt }, index) => {
    intervals[index * 2] = Math.floor(startsAt / 60_000);
    intervals[index * 2 + 1] = Math.ceil(endsAt / 60_000);
  });
  return { intervals, appointmentIds: rows.map((row) => row.appointmentId), heldUntil: rows.map((row) => row.heldUntil) };
}
