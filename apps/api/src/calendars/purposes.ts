import type { Channel } from '@sportello/contract';
import type { ChannelRules, Directory } from '../directory/directory.ts';

/** What the hours of a calendar may be for: everything that some service needs it for. */
export interface Purposes {
  readonly channels: readonly Channel[];
  readonly placeIds: readonly string[];
  readonly serviceIds: readonly string[];
}

/** In the order of the directory. */
export function purposesOf(directory: Directory, calendarId: string): Purposes {
  const ways = waysThatNeed(directory, [calendarId]);
  const unique = <Value>(values: readonly Value[]) => [...new Set(values)];
  return {
    channels: unique(ways.map(({ channel }) => channel)),
    placeIds: unique(ways.flatMap(({ placeIds }) => placeIds)),
    serviceIds: unique(ways.map(({ serviceId }) => serviceId)),
  };
}

/** The channels of services that need one of these calendars; archived services are not offered any more. */
export function waysThatNeed({ services }: Directory, calendarIds: readonly string[]): ChannelRules[] {
  const wanted = new Set(calendarIds);
  const offered = [...services.values()].filter(({ state }) => state !== 'archived');
  return offered.flatMap(({ channels }) => [...channels.values()]).filter(({ needs }) => needs.flat().some((id) => wanted.has(id)));
}
