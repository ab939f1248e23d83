import type { Language, RoomRole, RoomView, VideoProvider } from '@sportello/contract';
import type { Timed } from '../appointments/appointment.ts';
import { shownCode } from '../appointments/codes.ts';
import { readRequester } from '../appointments/read-appointment.ts';
import { instantWriter } from '../appointments/wire.ts';
import { inLanguage, inLanguageOrNull } from '../directory/in-language.ts';
import { maskPhone } from '../people/mask.ts';
import { roomTimes } from './admission.ts';
import type { RoomDeps } from './deps.ts';
import { freshIceServers } from './ice.ts';
import { lineOf } from './line.ts';
import { roomOf } from './room-queries.ts';
import { isOfDesk, refusalOf, type Room, type RoomClosed } from './room.ts';
import { officialsOf, staffNames } from './staff-role.ts';

interface Asked {
  readonly role: RoomRole;
  readonly language: Language;
}

/** The room of an appointment as somebody sees it, at any time; of the citizen it says nothing but a masked number, and to guests not even that. */
export async function showRoom(deps: RoomDeps, appointment: Timed, { role, language }: Asked): Promise<RoomView> {
  const { database, clock } = deps;
  const now = clock.now();
  const directory = await deps.directory.current();
  const write = instantWriter(directory);
  const service = directory.services.get(appointment.serviceId);
  const office = directory.offices.get(appointment.officeId);
  const officials = await officialsOf(database, directory, appointment);
  const names = await staffNames(database, officials);
  const times = appointment.channel === 'video' ? roomTimes(appointment, directory.roomOpensMinutes) : null;
  const room = await roomOf(database.read, database.tables, appointment);
  const refusal = refusalOf(appointment, { room, role, now, opensMinutes: directory.roomOpensMinutes });
  return {
    appointment_code: shownCode(appointment.code ?? ''),
    service_name: service ? inLanguage(service.name, language) : '',
    official_names: officials.flatMap((id) => names.get(id) ?? []).slice(0, 10),
    office: { id: appointment.officeId, name: office ? inLanguage(office.name, language) : '', phone: office?.phone ?? '' },
    starts_at: write(appointment.startsAt),
    ends_at: write(appointment.endsAt),
    opens_at: times && write(times.opensAt),
    closes_at: times && write(times.closesAt),
    refusal: refusal && asRefusal(refusal),
    role,
    provider: await providerOf(deps, room),
    line: appointment.channel === 'video' && !isOfDesk(role) ? await lineOf(database, directory, appointment, now) : null,
    by_phone_since: appointment.byPhoneSince === null ? null : write(appointment.byPhoneSince),
    phone: role === 'interpreter' || role === 'relative' ? null : await maskedPhone(deps, appointment),
    ice_servers: freshIceServers(deps.ice),
    before_video: inLanguageOrNull(service?.channels.get('video')?.beforeVideo ?? null, language),
  };
}

/** Where people meet: where a vendor failed once, in the own room until it is over. */
export async function providerOf({ meetings }: Pick<RoomDeps, 'meetings'>, room: Pick<Room, 'fallbackSince'> | null): Promise<VideoProvider> {
  return room && room.fallbackSince !== null ? 'own' : meetings.provider();
}

/** The page of an appointment shows its present room: one that has moved is another's. */
function asRefusal(closed: RoomClosed): NonNullable<RoomView['refusal']> {
  return closed === 'moved' ? 'closed' : closed;
}

async function maskedPhone({ database }: RoomDeps, appointment: Timed): Promise<string | null> {
  const phone = appointment.callPhone ?? (await readRequester(database.read, database.tables, appointment.id))?.phone;
  return phone ? maskPhone(phone) : null;
}
