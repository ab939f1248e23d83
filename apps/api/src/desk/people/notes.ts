import type { Note as WireNote } from '@sportello/contract';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Appointment } from '../../appointments/appointment.ts';
import { recordEvent } from '../../appointments/events.ts';
import { instantWriter } from '../../appointments/wire.ts';
import { recordAudit, type Recorded } from '../../audit/record.ts';
import type { Database, Reader, Writer } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import type { Tables } from '../../database/schema.ts';
import type { Directory } from '../../directory/directory.ts';
import { problem } from '../../http/problems.ts';
import { actorOf, type StaffMember } from '../../identity/staff-member.ts';
import { bookedOf, isShownTo } from '../booked.ts';
import { requirePerson } from './reach-of-person.ts';

type NoteRow = Readonly<Tables['notes']['$inferSelect']>;
type OwnerKind = NoteRow['ownerKind'];

export interface NotedNote {
  readonly note: NoteRow;
  readonly staffName: string;
}

/** What a note hangs on, with what noting it touches. */
type Owner = { readonly kind: 'person'; readonly id: string; readonly personId: string } | { readonly kind: 'appointment'; readonly id: string; readonly personId: string | null; readonly appointment: Appointment };

interface Noting {
  readonly database: Database;
  readonly staff: StaffMember;
  readonly now: number;
}

const mostShown = 200;

/** The notes about somebody or about an appointment, in the order in which they were written. */
export async function readNotes({ read, tables }: Pick<Database, 'read' | 'tables'>, ownerKind: OwnerKind, ownerId: string): Promise<NotedNote[]> {
  const { notes } = tables;
  return withNames(read, tables, await read.select().from(notes).where(and(eq(notes.ownerKind, ownerKind), eq(notes.ownerId, ownerId))).orderBy(asc(notes.id)).limit(mostShown));
}

async function withNames(read: Reader, { staff }: Tables, notes: readonly NoteRow[]): Promise<NotedNote[]> {
  if (notes.length === 0) return [];
  const rows = await read.select({ id: staff.id, givenName: staff.givenName, familyName: staff.familyName }).from(staff).where(inArray(staff.id, notes.map(({ staffId }) => staffId)));
  const names = new Map(rows.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
  return notes.map((note) => ({ note, staffName: names.get(note.staffId) ?? '' }));
}

/** Notes as this reader sees them: an auditor reads nothing that people wrote. */
export function notesOnWire(directory: Directory, notes: readonly NotedNote[], { id, role }: Pick<StaffMember, 'id' | 'role'>): WireNote[] {
  if (role === 'auditor') return [];
  const write = instantWriter(directory);
  return notes.map(({ note, staffName }) => ({
    id: note.id,
    text: note.body,
    staff_name: staffName,
    is_mine: note.staffId === id,
    created_at: write(note.createdAt),
    changed_at: note.changedAt === null ? null : write(note.changedAt),
  }));
}

/** Writes a note about somebody or about an appointment within reach. Throws `not-found` for any other. */
export async function addNote(noting: Noting, { kind, id }: { readonly kind: OwnerKind; readonly id: string }, text: string): Promise<NotedNote> {
  const { database, staff, now } = noting;
  const { tables } = database;
  const note: NoteRow = { id: newId(), ownerKind: kind, ownerId: id, staffId: staff.id, body: text.trim(), createdAt: now, changedAt: null };
  await database.write(async (tx) => {
    const owner = await findOwner(noting, tx, { kind, id });
    await tx.insert(tables.notes).values(note);
    await record(noting, tx, owner, { action: 'create', object: { kind: 'note', id: note.id }, after: { body: note.body } });
    if (owner.kind === 'appointment') await recordEvent(tx, tables, owner.appointment, { kind: 'noted', by: actorOf(staff), at: now });
  });
  return named(database, note);
}

/** Changes a note of one's own. Throws `not-found` for anybody else's, and where its owner went beyond reach. */
export async function rewriteNote(noting: Noting, id: string, text: string): Promise<NotedNote> {
  const { database, now } = noting;
  const { notes } = database.tables;
  const changed = await database.write(async (tx) => {
    const { note, owner } = await findOwn(noting, tx, id);
    const body = text.trim();
    await tx.update(notes).set({ body, changedAt: now }).where(eq(notes.id, id));
    await record(noting, tx, owner, { action: 'change', object: { kind: 'note', id }, before: { body: note.body }, after: { body } });
    return { ...note, body, changedAt: now };
  });
  return named(database, changed);
}

/** Takes a note of one's own away. Throws as `rewriteNote`. */
export async function takeNoteAway(noting: Noting, id: string): Promise<void> {
  const { database, staff, now } = noting;
  const { tables } = database;
  await database.write(async (tx) => {
    const { note, owner } = await findOwn(noting, tx, id);
    await tx.delete(tables.notes).where(eq(tables.notes.id, id));
    await record(noting, tx, owner, { action: 'delete', object: { kind: 'note', id }, before: { body: note.body } });
    if (owner.kind === 'appointment') await recordEvent(tx, tables, owner.appointment, { kind: 'noted', by: actorOf(staff), at: now }); // boards count one less
  });
}

async function findOwn(noting: Noting, tx: Writer, id: string): Promise<{ note: NoteRow; owner: Owner }> {
  const { notes } = noting.database.tables;
  const [note] = await tx.select().from(notes).where(and(eq(notes.id, id), eq(notes.staffId, noting.staff.id)));
  if (!note) throw problem('not-found');
  return { note, owner: await findOwner(noting, tx, { kind: note.ownerKind, id: note.ownerId }) };
}

async function findOwner({ database, staff, now }: Noting, tx: Writer, { kind, id }: { kind: OwnerKind; id: string }): Promise<Owner> {
  const { tables } = database;
  if (kind === 'person') {
    const person = await requirePerson(database, tx, staff, { id, now });
    if (person.erasedAt !== null) throw problem('not-found');
    return { kind, id, personId: id };
  }
  const [appointment] = await tx.select().from(tables.appointments).where(and(eq(tables.appointments.id, id), isShownTo(tables, staff, now)));
  if (!appointment) throw problem('not-found');
  const [booked] = await bookedOf(database, tx, [appointment], now);
  return { kind, id, personId: booked?.requester?.id ?? null, appointment };
}

function record({ database, staff, now }: Noting, tx: Writer, { personId }: Owner, recorded: Recorded): Promise<void> {
  return recordAudit(tx, database.tables, actorOf(staff), { ...recorded, personId }, now);
}

async function named({ read, tables }: Database, note: NoteRow): Promise<NotedNote> {
  const [one] = await withNames(read, tables, [note]);
  return one ?? { note, staffName: '' };
}
