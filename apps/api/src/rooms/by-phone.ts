import { eq, sql } from 'drizzle-orm';
import type { Appointment, Timed } from '../appointments/appointment.ts';
import { citizen, recordEvent } from '../appointments/events.ts';
import { lockAppointment } from '../appointments/lock.ts';
import { readRequester } from '../appointments/read-appointment.ts';
import { type Actor, recordAudit } from '../audit/record.ts';
import { attempt } from '../database/attempt.ts';
import type { Writer } from '../database/database.ts';
import { dayOf, type Directory } from '../directory/directory.ts';
import type { RoomDeps } from './deps.ts';

/** While somebody is expected, or with us. */
const expectedIn: readonly Appointment['state'][] = ['pending', 'confirmed', 'arrived', 'in_progress', 'missed'];
const meetsIn: readonly Appointment['state'][] = ['confirmed', 'arrived', 'in_progress', 'missed'];

interface CallWish {
  readonly appointment: Timed;
  readonly directory: Directory;
  /** E.164; null: the number of the appointment. */
  readonly phone: string | null;
  /** Kept in the same write. */
  readonly remember: (tx: Writer, byPhoneSince: number | null) => Promise<void>;
}

export type CallRequestOutcome =
  | { readonly ok: true; readonly byPhoneSince: number | null }
  | { readonly ok: false; readonly why: 'state-conflict'; readonly state: Appointment['state'] }
  | { readonly ok: false; readonly why: 'no-phone' };

/**
 * "Call me by phone": the desk sees at once that it should, and where. On the day a meeting by video goes on by phone;
 * before, it stays what it is and the desk only calls. Again, it changes nothing but the number.
 */
export async function requestCall(deps: Pick<RoomDeps, 'database' | 'clock' | 'calendars' | 'directory' | 'secrets'>, { appointment: { id }, directory, phone, remember }: CallWish): Promise<CallRequestOutcome> {
  const { database, clock } = deps;
  const { tables } = database;
  return attempt<CallRequestOutcome>(database, async (tx) => {
    const present = await lockAppointment(deps, tx, id);
    const now = clock.now();
    if (!present || !expectedIn.includes(present.state)) return { ok: false, why: 'state-conflict', state: present?.state ?? 'expired' };
    const requester = await readRequester(tx, tables, id);
    const callPhone = phone ?? present.callPhone;
    if (!callPhone && !requester?.phone) return { ok: false, why: 'no-phone' };

    const isToday = present.startsAt !== null && dayOf(directory, present.startsAt) === dayOf(directory, now);
    const byPhoneSince = present.byPhoneSince ?? (isToday && present.channel === 'video' && meetsIn.includes(present.state) ? now : null);
    const changed = { toCallSince: present.toCallSince ?? now, callPhone, byPhoneSince };
    if (changed.toCallSince !== present.toCallSince || callPhone !== present.callPhone || byPhoneSince !== present.byPhoneSince) {
      await tx.update(tables.appointments).set({ ...changed, revision: sql`${tables.appointments.revision} + 1`, changedAt: now }).where(eq(tables.appointments.id, id));
      await recordEvent(tx, tables, present, { kind: 'call-requested', by: citizen, at: now });
      const before = { to_call_since: present.toCallSince, by_phone_since: present.byPhoneSince, call_phone: present.callPhone };
      const after = { to_call_since: changed.toCallSince, by_phone_since: byPhoneSince, call_phone: callPhone };
      await recordAudit(tx, tables, citizen, { action: 'change', object: { kind: 'appointment', id }, personId: requester?.id ?? null, before, after }, now);
    }
    await remember(tx, byPhoneSince);
    return { ok: true, byPhoneSince };
  });
}

export type ByPhoneOutcome = { readonly ok: true } | { readonly ok: false; readonly why: 'state-conflict'; readonly state: Appointment['state'] };

/** The desk goes on by phone, or by video again. Whoever is in the room is told. */
export async function goOnByPhone(deps: Pick<RoomDeps, 'database' | 'clock' | 'calendars' | 'directory' | 'secrets'>, { id, isByPhone, by }: { id: string; isByPhone: boolean; by: Actor }): Promise<ByPhoneOutcome> {
  const { database, clock } = deps;
  const { tables } = database;
  return attempt<ByPhoneOutcome>(database, async (tx) => {
    const present = await lockAppointment(deps, tx, id);
    const now = clock.now();
    if (!present || present.channel !== 'video' || !meetsIn.includes(present.state)) return { ok: false, why: 'state-conflict', state: present?.state ?? 'expired' };
    if ((present.byPhoneSince !== null) === isByPhone) return { ok: true };
    const byPhoneSince = isByPhone ? now : null;
    await tx.update(tables.appointments).set({ byPhoneSince, revision: present.revision + 1, changedAt: now }).where(eq(tables.appointments.id, id));
    const requester = await readRequester(tx, tables, id);
    await recordEvent(tx, tables, present, { kind: isByPhone ? 'by-phone' : 'by-video', by, at: now });
    await recordAudit(tx, tables, by, { action: 'change', object: { kind: 'appointment', id }, personId: requester?.id ?? null, before: { by_phone_since: present.byPhoneSince }, after: { by_phone_since: byPhoneSince } }, now);
    return { ok: true };
  });
}
