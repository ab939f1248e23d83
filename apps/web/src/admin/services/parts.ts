import { type Channel, channels } from '@sportello/contract';

/** The parts of the editor, by the word that stands in the address. */
export const serviceParts = ['testi', 'video', 'telefono', 'sportello', 'domicilio', 'pubblicazione', 'anteprima'] as const;
export type ServicePart = (typeof serviceParts)[number];

const channelParts: Readonly<Record<Channel, ServicePart>> = { video: 'video', phone: 'telefono', desk: 'sportello', home: 'domicilio' };

/** The part that an address asks for; the first one where it asks for none. */
export function partIn(query: URLSearchParams): ServicePart {
  return serviceParts.find((part) => part === query.get('parte')) ?? 'testi';
}

/** The way of booking that a part is about; null: it is about all of them. */
export function channelOfPart(part: ServicePart): Channel | null {
  return channels.find((channel) => channelParts[channel] === part) ?? null;
}
