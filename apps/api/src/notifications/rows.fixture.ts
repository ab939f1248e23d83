import type { Database, Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import type { MessageDirectory } from './context-of.ts';

/*
 * The fewest rows that an appointment hangs on, and the picture of them that messages are written from. Everything is
 * invented; ids are words, so that a failing test can be read.
 */

const both = (text: string) => ({ it: text, en: `${text} (en)` });
const none = both('');
const noTexts = { documents: none, after: null, beforeVideo: null };
const channels = ['video', 'desk'] as const;
const townHall = { street: 'Via di Prova 2', postalCode: '14047', locality: 'Mombercelli', province: 'AT' };

export const testDirectory: MessageDirectory = {
  messageTexts: [],
  union: {
    name: 'Unione di Prova',
    phone: '+390141000010',
    email: 'unione@example.org',
    address: 'Via di Prova 1, 14048 Montaldo Scarampi (AT)',
    timeZone: 'Europe/Rome',
  },
  offices: new Map([['suap', { name: both('SUAP'), phone: '+390141000012' }]]),
  places: new Map([['town-hall', { name: both('Municipio'), ...townHall, accessNotes: none }]]),
  municipalities: new Map([['mombercelli', { name: 'Mombercelli' }]]),
  services: new Map([
    ['scia', { name: both('Informazioni su una SCIA'), slug: 'informazioni-scia', channels: new Map(channels.map((channel) => [channel, noTexts])) }],
  ]),
};

/** Service, office, comune and place of `testDirectory`. */
export async function insertDirectory({ write, tables }: Database): Promise<void> {
  const { municipalities, offices, places, services, serviceChannels } = tables;
  const comune = { name: 'Mombercelli', istatCode: '005067', cadastralCode: 'F316', postalCode: '14047', province: 'AT', areaCode: '0141' };
  const pageTexts = { summary: none, forWhom: none, how: none, needed: none, result: none, times: none, cost: none, terms: none };
  const placeTexts = { accessNotes: none, hoursText: none };
  const keywords = { it: [], en: [] };
  await write(async (tx) => {
    await tx.insert(municipalities).values({ id: 'mombercelli', slug: 'mombercelli', ...comune, description: none });
    await tx.insert(offices).values({ id: 'suap', slug: 'suap', name: none, shortName: none, description: none, phone: '', email: '', position: 0 });
    await tx.insert(places).values({ id: 'town-hall', slug: 'town-hall', name: none, municipalityId: 'mombercelli', ...townHall, ...placeTexts });
    await tx.insert(services).values({ id: 'scia', slug: 'scia', officeId: 'suap', state: 'published', name: none, ...pageTexts, keywords });
    for (const channel of channels) {
      const rules = { durationMinutes: 30, reminderMinutes: [2880, 120] };
      await tx.insert(serviceChannels).values({ id: `scia-${channel}`, serviceId: 'scia', channel, ...rules });
    }
  });
}

let booked = 0;

/** `K7QM3XAA`, `K7QM3XAB`, ... */
function nextCode(): string {
  const letters = 'ABCDEFGHJKMNPQRSTVWXYZ';
  booked += 1;
  return `K7QM3X${letters[Math.floor(booked / letters.length) % letters.length] ?? ''}${letters[booked % letters.length] ?? ''}`;
}

export interface BookedPerson {
  readonly givenName?: string;
  readonly familyName?: string;
  readonly email?: string | null;
}

type AppointmentChange = Partial<Tables['appointments']['$inferInsert']> & { readonly channel?: (typeof channels)[number] };

/** A confirmed appointment and its requester, with what the verbs of enqueue.ts ask for. */
export async function insertAppointment(
  tx: Writer,
  tables: Tables,
  id: string,
  startsAt: number,
  change: AppointmentChange = {},
  person: BookedPerson = {},
) {
  const channel = change.channel ?? 'video';
  const requester = { id: `${id}-person`, givenName: 'Ada', familyName: 'Rossi', email: `${id}@example.org`, ...person };
  const appointment = {
    id,
    code: nextCode(),
    state: 'confirmed' as const,
    sequence: 0,
    serviceId: 'scia',
    serviceChannelId: `scia-${channel}`,
    officeId: 'suap',
    channel,
    municipalityId: 'mombercelli',
    placeId: channel === 'desk' ? 'town-hall' : null,
    startsAt,
    endsAt: startsAt + 30 * 60_000,
    durationMinutes: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    moveCutoffMinutes: 1440,
    cancelCutoffMinutes: 240,
    releaseDelayMinutes: 0,
    moderated: false,
    priceCents: 0,
    textsVersion: 1,
    retentionMonths: 12,
    language: 'it' as const,
    createdAt: 0,
    changedAt: 0,
    ...change,
  };
  await tx.insert(tables.people).values({ ...requester, kind: 'natural', phone: '+393331234123', language: 'it', createdAt: 0 });
  await tx.insert(tables.appointments).values(appointment);
  await tx.insert(tables.appointmentPeople).values({ id: `${id}-requester`, appointmentId: id, personId: requester.id, role: 'requester' });
  return { ...appointment, code: appointment.code ?? '', startsAt, endsAt: startsAt + 30 * 60_000, requester, reminderMinutes: [2880, 120] };
}
