import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Writer } from '../database.ts';
import { newId } from '../id.ts';
import type { Tables } from '../schema.ts';
import { calendars as calendarContent } from './content/calendars.ts';
import { type DemoStaff, demoPasswordHash, demoStaff } from './content/staff.ts';

/** Adds the accounts of the demo that are not there yet, beside the offices and comuni of the database. */
export async function addDemoStaff(tx: Writer, tables: Tables, now: number): Promise<void> {
  for (const member of demoStaff) await addOne(tx, tables, member, now);
}

/** Whether all of them are there: then nothing is written at a start. */
export async function hasDemoStaff(read: Pick<Writer, 'select'>, { staff }: Tables): Promise<boolean> {
  const there = await read.select({ id: staff.id }).from(staff).where(inArray(staff.email, demoStaff.map(({ email }) => email)));
  return there.length === demoStaff.length;
}

async function addOne(tx: Writer, tables: Tables, { email, givenName, familyName, role, allOffices = false, offices = [], municipalities = [], calendar }: DemoStaff, now: number): Promise<void> {
  const { staff, staffScopes } = tables;
  const account = { email, givenName, familyName, role, allOffices, language: 'it', state: 'active', isDemo: true } as const;
  const [added] = await tx
    .insert(staff)
    .values({ id: newId(), ...account, notices: [], passwordHash: demoPasswordHash, passwordChangedAt: now, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: staff.id });
  if (!added) return;
  if (calendar) await giveCalendar(tx, tables, added.id, calendar);
  const scopes = [
    ...(await idsOf(tx, tables.offices, offices)).map((scopeId) => ({ kind: 'office' as const, scopeId })),
    ...(await idsOf(tx, tables.municipalities, municipalities)).map((scopeId) => ({ kind: 'municipality' as const, scopeId })),
  ];
  if (scopes.length > 0) await tx.insert(staffScopes).values(scopes.map((scope) => ({ id: newId(), staffId: added.id, ...scope })));
}

/** Their own calendar, unless it is somebody's already; and whoever came there without an appointment was taken in by them. */
async function giveCalendar(tx: Writer, { calendars, appointments }: Tables, staffId: string, key: NonNullable<DemoStaff['calendar']>): Promise<void> {
  const content = calendarContent.find((one) => one.key === key);
  const [given] = await tx
    .update(calendars)
    .set({ staffId })
    .where(and(eq(calendars.name, content?.name ?? ''), isNull(calendars.staffId)))
    .returning({ officeId: calendars.officeId });
  if (!given?.officeId) return;
  const walkIns = and(eq(appointments.officeId, given.officeId), isNull(appointments.confirmedAt), isNull(appointments.bookedBy), eq(appointments.state, 'arrived'));
  await tx.update(appointments).set({ bookedBy: staffId }).where(walkIns);
}

async function idsOf(tx: Writer, table: Tables['offices'] | Tables['municipalities'], slugs: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const slug of slugs) {
    const [found] = await tx.select({ id: table.id }).from(table as Tables['offices']).where(eq(table.slug, slug)); // both have a slug
    if (found) ids.push(found.id);
  }
  return ids;
}
