import { may } from '@sportello/contract';
import { inArray } from 'drizzle-orm';
import { isWithinReach } from '../identity/reach.ts';
import type { Speaker } from './connection.ts';
import type { RoomDeps } from './deps.ts';

interface Asked {
  readonly speaker: Speaker;
  /** In a meeting nobody touches the desk, and yet is there: it counts as a use of the session. */
  readonly isInCompany: boolean;
}

/** Of the desk's people in rooms those whose session lives, whose role lets them, and whose reach holds the appointment still; by connection. */
export async function staffWhoMayStay({ database, sessions }: Pick<RoomDeps, 'database' | 'sessions'>, asked: readonly Asked[]): Promise<ReadonlySet<string>> {
  if (asked.length === 0) return new Set();
  const found = await sessions.findAll([...new Set(asked.flatMap(({ speaker }) => speaker.pass.sessionId ?? []))]);
  const { appointments } = database.tables;
  const ids = [...new Set(asked.map(({ speaker }) => speaker.appointmentId))];
  const places = await database.read.select({ id: appointments.id, officeId: appointments.officeId, municipalityId: appointments.municipalityId }).from(appointments).where(inArray(appointments.id, ids));
  const stay = new Set<string>();
  for (const { speaker, isInCompany } of asked) {
    const one = found.get(speaker.pass.sessionId ?? '');
    const place = places.find(({ id }) => id === speaker.appointmentId);
    if (!one || !place || one.session.state !== 'open' || !may(one.member.role, 'appointment.work') || !isWithinReach(one, place)) continue;
    stay.add(speaker.id);
    if (isInCompany) await sessions.noteUse(one.session);
  }
  return stay;
}
