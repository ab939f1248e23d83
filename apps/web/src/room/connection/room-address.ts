import { apiBase, roomSocketPath } from '@sportello/contract';

/** Where the room is talked to: on the host of the page, as safely as the page itself came. */
export function roomAddress({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${apiBase}${roomSocketPath}`;
}
