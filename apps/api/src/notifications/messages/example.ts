import type { Language } from '@sportello/contract';
import type { Directory } from '../../directory/directory.ts';
import { contextOf, type Links } from '../context-of.ts';
import type { MessageContext } from './context.ts';

const oneDay = 24 * 3_600_000;
const quarter = 15 * 60_000;

/**
 * What a message is about when it is only looked at: an invented appointment, three days from now, for the first service that citizens
 * find. null where there is none yet. Its link opens nothing.
 */
export function exampleContext(directory: Directory, { baseUrl, language, now, isRequest }: { readonly baseUrl: string; readonly language: Language; readonly now: number; readonly isRequest: boolean }): MessageContext | null {
  const service = [...directory.services.values()].find(({ state, channels }) => state === 'published' && channels.size > 0);
  const [channel] = service?.channels.values() ?? [];
  const [municipality] = directory.municipalities.keys();
  if (!service || !channel || municipality === undefined) return null;
  const startsAt = Math.ceil((now + 3 * oneDay) / quarter) * quarter;
  const links: Links = { baseUrl, manageLink: ({ code }) => `${baseUrl}/appuntamento/${code}` };
  const appointment = {
    id: '00000000-0000-7000-8000-000000000000',
    code: 'ABCD2345',
    state: isRequest ? ('pending' as const) : ('confirmed' as const),
    sequence: 0,
    linkGeneration: 0,
    serviceId: service.id,
    officeId: service.officeId,
    channel: channel.channel,
    municipalityId: municipality,
    placeId: channel.placeIds[0] ?? null,
    startsAt,
    endsAt: startsAt + channel.durationMinutes * 60_000,
    moveCutoffMinutes: channel.moveCutoffMinutes,
    cancelCutoffMinutes: channel.cancelCutoffMinutes,
    homeStreet: null,
    homePostalCode: null,
    homeLocality: null,
    cancelReason: null,
  };
  return contextOf(appointment, { givenName: 'Nome', familyName: 'Cognome', phone: null }, directory, links, language, now);
}
