import type { Language } from '@sportello/contract';
import ical, { ICalCalendarMethod, ICalEventBusyStatus, type ICalEventData, ICalEventStatus } from 'ical-generator';
import type { Calendar, Directory } from '../../directory/directory.ts';
import { inLanguage } from '../../directory/in-language.ts';
import { wordings } from '../../notifications/messages/wordings.ts';
import { type FeedWording, feedWordings } from './feed-wordings.ts';
import type { AppointmentTime, FeedTime } from './read-feed-time.ts';

interface FeedFile {
  readonly directory: Directory;
  readonly calendar: Pick<Calendar, 'name'>;
  readonly times: readonly FeedTime[];
  readonly language: Language;
  /** Address of the site, without a slash at its end. */
  readonly publicUrl: string;
}

const askAgainSeconds = 15 * 60;
/** Of what keeps no instant of its last change; always the same, so that the same times are the same file. */
const longAgo = new Date('2020-01-01T00:00:00Z');

/**
 * A calendar as a file that programs ask for again and again (RFC 5545, RFC 7986): of an appointment the service, how and where,
 * and the address of its page, which asks to sign in; of everything else only that the time is taken. The same times are
 * the same text. UIDs are those of the calendar files of the appointments, and stay.
 */
export function feedFile({ directory, calendar, times, language, publicUrl }: FeedFile): string {
  const wording = feedWordings[language];
  const { hostname } = new URL(publicUrl);
  const file = ical({
    prodId: { company: 'Sportello Virtuale', product: 'Agende', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name: printable(`${calendar.name} · ${directory.union.name}`),
    ttl: askAgainSeconds,
  });
  for (const time of times) {
    const told = time.kind === 'appointment' ? appointmentEntry(directory, time, { wording, language, publicUrl }) : takenEntry(time.kind, wording);
    file.createEvent({ id: `${time.id}@${hostname}`, start: new Date(time.startsAt), end: new Date(time.endsAt), ...told });
  }
  return `${file.toString()}\r\n`;
}

type Entry = Omit<ICalEventData, 'id' | 'start' | 'end'>;

function takenEntry(kind: 'busy' | 'away', wording: FeedWording): Entry {
  const busystatus = kind === 'away' ? ICalEventBusyStatus.OOF : ICalEventBusyStatus.BUSY;
  return { summary: wording[kind], status: ICalEventStatus.CONFIRMED, busystatus, sequence: 0, stamp: longAgo };
}

function appointmentEntry({ services, offices, places, municipalities }: Directory, time: AppointmentTime, { wording, language, publicUrl }: Pick<FeedFile, 'language' | 'publicUrl'> & { wording: FeedWording }): Entry {
  const [service, office, place] = [services.get(time.serviceId), offices.get(time.officeId), places.get(time.placeId ?? '')];
  const channel = wordings[language].channels[time.channel];
  const page = `${publicUrl}/scrivania/appuntamenti/${time.id}`;
  const placeText = place ? `${inLanguage(place.name, language)}, ${place.street}, ${place.postalCode} ${place.locality}` : null;
  const lines = [
    ...(time.isPending ? [wording.pending] : []),
    ...(office ? [`${wording.office}: ${inLanguage(office.name, language)}`] : []),
    `${wording.municipality}: ${municipalities.get(time.municipalityId)?.name ?? ''}`,
    ...(placeText ? [`${wording.place}: ${placeText}`] : []),
    `${wording.page}: ${page}`,
  ];
  return {
    summary: printable(`${service ? inLanguage(service.name, language) : ''} (${channel.toLowerCase()})`),
    description: printable(lines.join('\n')),
    location: printable(placeText ?? channel),
    url: page,
    status: time.isPending ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    busystatus: time.isPending ? ICalEventBusyStatus.TENTATIVE : ICalEventBusyStatus.BUSY,
    sequence: time.sequence,
    stamp: new Date(time.changedAt),
    lastModified: new Date(time.changedAt),
  };
}

/** Without control characters, which RFC 5545 has no way to write; line breaks the generator escapes. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '');
}
