import { eq } from 'drizzle-orm';
import { type Appointment, isTimed } from '../../appointments/appointment.ts';
import { calendarsTakenBy } from '../../appointments/claims.ts';
import type { BookingDeps } from '../../appointments/deps.ts';
import type { Official } from '../../appointments/hold-for-desk.ts';
import { lockAppointment } from '../../appointments/lock.ts';
import { readRequester } from '../../appointments/read-appointment.ts';
import { recordAudit } from '../../audit/record.ts';
import { misfitOf } from '../../availability/misfit.ts';
import { attempt } from '../../database/attempt.ts';

export interface KeepWish {
  readonly id: string;
  /** The revision that the official saw. */
  readonly revision: number;
  readonly by: Official;
}

export type KeepOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'changed-meanwhile' }
  | { readonly ok: false; readonly why: 'state-conflict'; readonly state: Appointment['state'] };

const standing: readonly Appointment['state'][] = ['pending', 'confirmed', 'arrived'];

/** It takes place although it does not fit any more: the decision, with its entry of the trail. What fits meanwhile needs none. */
export async function keepMisfit(deps: BookingDeps, { id, revision, by }: KeepWish): Promise<KeepOutcome> {
  const { tables } = deps.database;
  const directory = await deps.directory.current();
  return attempt<KeepOutcome>(deps.database, async (tx) => {
    const present = await lockAppointment(deps, tx, id);
    const at = deps.clock.now();
    if (!present || !isTimed(present) || !standing.includes(present.state)) return { ok: false, why: 'state-conflict', state: present?.state ?? 'expired' };
    if (present.revision !== revision) return { ok: false, why: 'changed-meanwhile' };
    const why = misfitOf(directory, present, await calendarsTakenBy(tx, tables, present));
    if (why === null) return { ok: true };

    const { keptMisfits } = tables;
    const [before] = await tx.select().from(keptMisfits).where(eq(keptMisfits.appointmentId, id));
    if (before?.startsAt === present.startsAt && before.why === why) return { ok: true };
    const values = { startsAt: present.startsAt, why, staffId: by.staffId, at };
    await tx.insert(keptMisfits).values({ appointmentId: id, ...values }).onConflictDoUpdate({ target: keptMisfits.appointmentId, set: values });
    const requester = await readRequester(tx, tables, id);
    await recordAudit(tx, tables, by, { action: 'change', object: { kind: 'appointment', id }, personId: requester?.id ?? null, after: { kept_anyway: why } }, at);
    return { ok: true };
  });
}

/** It is to be decided again; where nothing was decided, nothing changes. */
export async function unkeepMisfit(deps: BookingDeps, { id, by }: Omit<KeepWish, 'revision'>): Promise<void> {
  const { tables } = deps.database;
  await deps.database.write(async (tx) => {
    const [before] = await tx.delete(tables.keptMisfits).where(eq(tables.keptMisfits.appointmentId, id)).returning();
    if (!before) return;
    const requester = await readRequester(tx, tables, id);
    await recordAudit(tx, tables, by, { action: 'undo', object: { kind: 'appointment', id }, personId: requester?.id ?? null, before: { kept_anyway: before.why } }, deps.clock.now());
  });
}
