import { and, count, desc, eq, gt, inArray, ne, or, type SQL } from 'drizzle-orm';
import type { Appointment } from '../appointments/appointment.ts';
import type { Database, Reader, Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { countNewFiles } from '../files/new-files.ts';
import { withinReach } from '../identity/reach.ts';
import type { StaffMember } from '../identity/staff-member.ts';
import { type Presence, presenceOf } from '../rooms/presence.ts';

export type Person = Readonly<Tables['people']['$inferSelect']>;
export type Proposal = Readonly<Tables['proposals']['$inferSelect']>;

/** An appointment with what the desk shows beside it. */
export interface Booked {
  readonly appointment: Appointment;
  /** Who asked for it; null for a hold. */
  readonly requester: Person | null;
  /** For whom, where it is for somebody else. */
  readonly beneficiary: Person | null;
  /** The calendars that it claims, by id, without those that only a proposal keeps; once it is over, those that it claimed. */
  readonly calendarIds: readonly string[];
  readonly noteCount: number;
  /** Papers that nobody of the desk opened yet. */
  readonly newFileCount: number;
  /** The other time that waits for an answer. */
  readonly proposal: Proposal | null;
  /** Of a meeting by video: where the citizen is. */
  readonly presence: Presence;
}

/** The condition under which the desk shows an appointment: within reach, and no hold that is over. */
export function isShownTo(tables: Tables, staff: Pick<StaffMember, 'reach'>, now: number): SQL | undefined {
  const { appointments } = tables;
  return and(withinReach(tables, staff), ne(appointments.state, 'expired'), or(ne(appointments.state, 'held'), gt(appointments.heldUntil, now)));
}

/** Reads what belongs to each of these appointments: one query a table, in the order given. */
export async function bookedOf({ tables }: Pick<Database, 'tables'>, reader: Reader | Writer, found: readonly Appointment[], now: number): Promise<Booked[]> {
  if (found.length === 0) return [];
  const { appointmentPeople, people, claims, notes, proposals } = tables;
  const ids = found.map(({ id }) => id);
  const roles = await reader
    .select({ appointmentId: appointmentPeople.appointmentId, role: appointmentPeople.role, person: people })
    .from(appointmentPeople)
    .innerJoin(people, eq(people.id, appointmentPeople.personId))
    .where(and(inArray(appointmentPeople.appointmentId, ids), inArray(appointmentPeople.role, ['requester', 'beneficiary'])))
    .orderBy(desc(appointmentPeople.id)); // of several the first one stays in the map
  const claimed = await reader
    .select({ appointmentId: claims.appointmentId, calendarId: claims.calendarId, startsAt: claims.startsAt, endsAt: claims.endsAt, heldUntil: claims.heldUntil })
    .from(claims)
    .where(inArray(claims.appointmentId, ids))
    .orderBy(claims.calendarId);
  const counted = await reader
    .select({ ownerId: notes.ownerId, count: count() })
    .from(notes)
    .where(and(eq(notes.ownerKind, 'appointment'), inArray(notes.ownerId, ids)))
    .groupBy(notes.ownerId);
  const proposed = await reader
    .select()
    .from(proposals)
    .where(and(inArray(proposals.appointmentId, ids), eq(proposals.state, 'open'), gt(proposals.expiresAt, now)));

  const newFiles = await countNewFiles({ tables }, reader, ids);
  const presence = await presenceOf({ tables }, reader, found);

  const person = (role: string) => new Map(roles.filter((row) => row.role === role).map((row) => [row.appointmentId, row.person]));
  const requesters = person('requester');
  const beneficiaries = person('beneficiary');
  const claimsOf = Map.groupBy(claimed, ({ appointmentId }) => appointmentId);
  const noteCounts = new Map(counted.map((row) => [row.ownerId, row.count]));
  const proposalOf = new Map(proposed.map((row) => [row.appointmentId, row]));
  return found.map((appointment) => ({
    appointment,
    requester: requesters.get(appointment.id) ?? null,
    beneficiary: beneficiaries.get(appointment.id) ?? null,
    calendarIds: calendarsOf(appointment, claimsOf.get(appointment.id) ?? []),
    noteCount: noteCounts.get(appointment.id) ?? 0,
    newFileCount: newFiles.get(appointment.id) ?? 0,
    proposal: proposalOf.get(appointment.id) ?? null,
    presence: presence(appointment),
  }));
}

const overStates: readonly string[] = ['served', 'missed', 'cancelled', 'refused'];

function calendarsOf(appointment: Appointment, claimed: readonly ClaimRow[]): readonly string[] {
  const taken = claimed.filter((claim) => coversStart(claim, appointment)).map(({ calendarId }) => calendarId);
  return taken.length === 0 && overStates.includes(appointment.state) ? (appointment.formerCalendarIds ?? []) : taken;
}

interface ClaimRow {
  readonly calendarId: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly heldUntil: number | null;
}

/** Claims of a proposal, and of a time that it left a moment ago, belong to the same appointment: only a hold has its own for a while. */
function coversStart(claim: ClaimRow, { startsAt, state }: Appointment): boolean {
  if (claim.heldUntil !== null && state !== 'held') return false;
  return startsAt !== null && claim.startsAt <= startsAt && startsAt < claim.endsAt;
}
