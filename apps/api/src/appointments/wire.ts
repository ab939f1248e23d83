import type { Appointment as WireAppointment, ChangedAppointment, Hold as WireHold, Language } from '@sportello/contract';
import { isoWriter } from '@sportello/scheduling';
import type { Directory } from '../directory/directory.ts';
import { inLanguage } from '../directory/in-language.ts';
import { placeOnWire } from '../directory/wire.ts';
import { maskEmail, maskPhone } from '../people/mask.ts';
import { roomTimes } from '../rooms/admission.ts';
import type { Timed } from './appointment.ts';
import { shownCode } from './codes.ts';
import type { Proposal } from './proposals.ts';
import type { Person } from './queries.ts';
import { permissionsOf } from './states.ts';

/** A writer of epoch milliseconds as ISO 8601 with the union's offset on that day; seconds are kept where there are any. */
export function instantWriter({ union }: Directory): (milliseconds: number) => string {
  const write = isoWriter(union.timeZone);
  return (milliseconds) => {
    const minute = Math.floor(milliseconds / 60_000);
    const seconds = Math.floor((milliseconds - minute * 60_000) / 1000);
    return seconds === 0 ? write(minute) : write(minute).replace(/:00([+-])/, `:${String(seconds).padStart(2, '0')}$1`);
  };
}

/** A hold without its token, which is never kept. */
export function holdOnWire(directory: Directory, hold: Timed): Omit<WireHold, 'token'> {
  const write = instantWriter(directory);
  return {
    id: hold.id,
    service_id: hold.serviceId,
    channel: hold.channel,
    municipality_id: hold.municipalityId,
    place_id: hold.placeId,
    starts_at: write(hold.startsAt),
    ends_at: write(hold.endsAt),
    expires_at: write(hold.heldUntil ?? hold.startsAt),
    extended: hold.extended,
  };
}

/** An appointment without anything about the person, as every change answers it. */
export function appointmentOnWire(directory: Directory, appointment: Timed, language: Language, now: number): ChangedAppointment {
  const write = instantWriter(directory);
  const orNull = (instant: number | null) => (instant === null ? null : write(instant));
  const service = directory.services.get(appointment.serviceId);
  const office = directory.offices.get(appointment.officeId);
  const place = directory.places.get(appointment.placeId ?? '');
  const { moveUntil, cancelUntil } = permissionsOf(appointment, now);
  const room = roomTimes(appointment, directory.roomOpensMinutes);
  return {
    code: shownCode(appointment.code),
    state: appointment.state,
    sequence: appointment.sequence,
    service: { id: appointment.serviceId, name: service ? inLanguage(service.name, language) : '' },
    office: { id: appointment.officeId, name: office ? inLanguage(office.name, language) : '', phone: office?.phone ?? '' },
    channel: appointment.channel,
    municipality_id: appointment.municipalityId,
    place: place ? placeOnWire(place, language) : null,
    starts_at: write(appointment.startsAt),
    ends_at: write(appointment.endsAt),
    room: appointment.channel === 'video' ? { opens_at: write(room.opensAt), closes_at: write(room.closesAt) } : null,
    can: { move_until: orNull(moveUntil), cancel_until: orNull(cancelUntil) },
    created_at: write(appointment.confirmedAt ?? appointment.createdAt),
  };
}

/** Another time that the office proposes, as the holder of the link sees it. */
export function proposalOnWire(directory: Directory, { startsAt, endsAt, placeId, message, expiresAt }: Proposal, language: Language): NonNullable<WireAppointment['proposal']> {
  const write = instantWriter(directory);
  const place = directory.places.get(placeId ?? '');
  return { starts_at: write(startsAt), ends_at: write(endsAt), place: place ? placeOnWire(place, language) : null, message, expires_at: write(expiresAt) };
}

/** The person as the holder of the link sees them: enough to recognise, not enough to write to. */
export function personOnWire(person: Person | null): WireAppointment['person'] {
  return {
    given_name: person?.givenName ?? '',
    family_name: person?.familyName ?? '',
    email: person?.email ? maskEmail(person.email) : null,
    phone: person?.phone ? maskPhone(person.phone) : null,
  };
}
