import type { LiveEventName, LiveEvents } from '@sportello/contract';

/** Something that happened at the desk, as the live stream tells it. */
export type LiveEvent = { [Name in LiveEventName]: { readonly name: Name; readonly data: LiveEvents[Name] } }[LiveEventName];

const names: Readonly<Record<LiveEventName, true>> = { appointment: true, gone: true, calendar: true, delay: true, reload: true, over: true };

/** What a message of the stream says; null for one that this page does not know, as after an update of the server. */
export function liveEventOf(name: string | undefined, data: string): LiveEvent | null {
  if (!name || !Object.hasOwn(names, name)) return null;
  // The server writes what the contract says; a text that is cut off never arrives as a message.
  return { name, data: JSON.parse(data) } as LiveEvent;
}
