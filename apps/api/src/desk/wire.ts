import type { DeskAppointmentItem, Language } from '@sportello/contract';
import { shownCode } from '../appointments/codes.ts';
import { instantWriter } from '../appointments/wire.ts';
import type { Directory } from '../directory/directory.ts';
import { inLanguage } from '../directory/in-language.ts';
import { initials } from '../people/mask.ts';
import type { Booked, Person } from './booked.ts';

/** How it is shown: an auditor sees initials and nothing that people wrote, everybody else names. */
export interface Shown {
  readonly language: Language;
  readonly asInitials: boolean;
}

/** An appointment as boards, agendas and the live stream show it. */
export function itemOnWire(directory: Directory, { appointment, requester, beneficiary, calendarIds, noteCount, newFileCount, proposal, presence }: Booked, shown: Shown): DeskAppointmentItem {
  const write = instantWriter(directory);
  const orNull = (instant: number | null) => (instant === null ? null : write(instant));
  const service = directory.services.get(appointment.serviceId);
  return {
    id: appointment.id,
    code: appointment.code === null ? null : shownCode(appointment.code),
    state: appointment.state,
    revision: appointment.revision,
    channel: appointment.channel,
    service_id: appointment.serviceId,
    service_name: service ? inLanguage(service.name, shown.language) : '',
    office_id: appointment.officeId,
    municipality_id: appointment.municipalityId,
    place_id: appointment.placeId,
    starts_at: orNull(appointment.startsAt),
    ends_at: orNull(appointment.endsAt),
    buffer_before_minutes: appointment.bufferBeforeMinutes,
    buffer_after_minutes: appointment.bufferAfterMinutes,
    calendar_ids: [...calendarIds],
    person: requester && { id: requester.id, name: nameOf(requester, shown) },
    beneficiary_name: beneficiary && nameOf(beneficiary, shown),
    topic: shown.asInitials ? null : appointment.topic,
    has_email: Boolean(requester?.email),
    has_phone: Boolean(appointment.callPhone ?? requester?.phone),
    to_call_since: orNull(appointment.toCallSince),
    waiting_since: orNull(presence.waitingSince),
    in_room: presence.isIn,
    by_phone_since: orNull(appointment.byPhoneSince),
    arrived_at: orNull(appointment.arrivedAt),
    started_at: orNull(appointment.startedAt),
    ended_at: orNull(appointment.endedAt),
    booked_by: appointment.bookedBy === null ? 'citizen' : 'desk',
    outside_hours: appointment.outsideHours,
    note_count: noteCount,
    new_file_count: newFileCount,
    proposal: proposal && { starts_at: write(proposal.startsAt), ends_at: write(proposal.endsAt), place_id: proposal.placeId, expires_at: write(proposal.expiresAt) },
  };
}

/** Given and family name, or those of a company; empty for who was erased. */
export function nameOf({ kind, givenName, familyName, companyName }: Person, { asInitials }: Pick<Shown, 'asInitials'>): string {
  const names = (kind === 'legal' && companyName ? [companyName] : [givenName, familyName]).filter((name): name is string => Boolean(name));
  return asInitials ? initials(...names) : names.join(' ');
}
