import type { Language, Warning } from '@sportello/contract';
import { localDay } from '@sportello/scheduling';
import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { type Appointment, isTimed, type Timed } from '../appointments/appointment.ts';
import { personKeyTexts } from '../appointments/person.ts';
import { instantWriter } from '../appointments/wire.ts';
import { closedDays } from '../directory/closed-days.ts';
import { dayOf, type Directory } from '../directory/directory.ts';
import { inLanguage } from '../directory/in-language.ts';
import { isWithinReach } from '../identity/reach.ts';
import type { StaffMember } from '../identity/staff-member.ts';
import type { Person } from './booked.ts';
import type { DeskDeps } from './deps.ts';

/** What is unusual about the time of a hold, whoever it is for. */
export function warningsOfTime(directory: Directory, { startsAt, officeId, placeId, channel, outsideHours }: Timed, now: number): Warning[] {
  const day = dayOf(directory, startsAt);
  const isClosed = closedDays(directory, { officeId, placeId, channel }, day, day).has(day);
  const isPast = startsAt < Math.floor(now / 60_000) * 60_000;
  const kinds: Warning['kind'][] = [];
  if (isClosed) kinds.push('closed-day'); // says why the hours do not offer the start
  else if (outsideHours) kinds.push('outside-hours');
  if (isPast) kinds.push('past');
  return kinds.map((kind) => ({ kind, appointment: null }));
}

/** For whom it is thought: somebody known, what they said, or both. */
export interface ThoughtFor {
  readonly person: Person | null;
  readonly email: string | null;
  readonly phone: string | null;
}

interface Circumstances {
  readonly directory: Directory;
  readonly hold: Timed;
  readonly staff: StaffMember;
  readonly language: Language;
}

/**
 * What else somebody has booked that speaks against one more: the same day, the same service, as many as citizens may
 * have. What lies beyond the reach of who asks is told without saying what it is.
 */
export async function warningsOfPerson(deps: DeskDeps, thoughtFor: ThoughtFor, { directory, hold, staff, language }: Circumstances): Promise<Warning[]> {
  const now = deps.clock.now();
  const others = (await bookedFor(deps, thoughtFor)).filter(({ id }) => id !== hold.id);
  const ahead = others.filter(({ startsAt }) => startsAt > now);
  const dayAt = (instant: number) => localDay(directory.union.timeZone, Math.floor(instant / 60_000));
  const isThatDay = ({ startsAt }: Timed) => dayAt(startsAt) === dayAt(hold.startsAt);
  const ofService = ahead.filter((one) => one.serviceId === hold.serviceId && !isThatDay(one));
  const limit = directory.services.get(hold.serviceId)?.channels.get(hold.channel)?.limitFuture ?? Number.POSITIVE_INFINITY;

  const named = (kind: Warning['kind'], appointment: Timed): Warning => ({ kind, appointment: isWithinReach(staff, appointment) ? nameOf(directory, appointment, language) : null });
  const warnings = [
    ...others.filter(isThatDay).map((one) => named('same-day', one)),
    ...ofService.map((one) => named('same-service', one)),
    ...(ahead.length >= limit ? [{ kind: 'limit' as const, appointment: null }] : []),
  ];
  return warnings.filter((one, index) => one.appointment !== null || warnings.findIndex(({ kind, appointment }) => kind === one.kind && appointment === null) === index);
}

function nameOf(directory: Directory, { id, serviceId, startsAt }: Timed, language: Language): Warning['appointment'] {
  const service = directory.services.get(serviceId);
  return { id, service_name: service ? inLanguage(service.name, language) : '', starts_at: instantWriter(directory)(startsAt) };
}

/** What the person takes part in, and what was booked with one of their contacts, and is not over. */
async function bookedFor({ database: { read, tables }, secrets }: DeskDeps, { person, email, phone }: ThoughtFor): Promise<Timed[]> {
  const { appointments, appointmentPeople } = tables;
  const contacts = [{ email, phone }, { email: person?.email ?? null, phone: person?.phone ?? null }];
  const keys = [...new Set(contacts.flatMap(personKeyTexts))].map((text) => secrets.digest('person', text));
  const ofPerson = read.select({ id: appointmentPeople.appointmentId }).from(appointmentPeople).where(eq(appointmentPeople.personId, person?.id ?? ''));
  const isTheirs = or(keys.length > 0 ? inArray(appointments.personKey, keys) : undefined, person ? inArray(appointments.id, ofPerson) : undefined);
  if (!isTheirs) return [];
  const rows: Appointment[] = await read
    .select()
    .from(appointments)
    .where(and(isTheirs, inArray(appointments.state, ['pending', 'confirmed', 'arrived', 'in_progress'])))
    .orderBy(asc(appointments.startsAt), asc(appointments.id))
    .limit(40);
  return rows.filter(isTimed);
}
