import type { BusyFailure } from '@sportello/contract';
import type { Reading } from './busy-times.ts';
import { calendarUrl } from './calendar-address.ts';
import { fetchCalendar, type FetchSettings } from './fetch-calendar.ts';
import { makePlaces } from './places.ts';
import { type ApartSettings, readApart } from './read-apart.ts';
import type { BusyQuestion } from './read-busy-times.ts';

export interface ReaderSettings extends Omit<FetchSettings, 'userAgent'>, ApartSettings {
  /** Address of the site: events that come from it are our own. */
  readonly publicUrl: string;
  readonly version: string;
}

/** Reads the calendars of others. */
export interface BusyReader {
  /** `address`: as calendarUrl reads it; `etag`: what is known already. Ends within fifteen seconds; throws only when `signal` says so, or this process is ill. */
  read(address: string, asked: Omit<BusyQuestion, 'ownHost'> & { readonly etag: string | null }, signal: AbortSignal): Promise<Reading>;
}

/** Threads that read files at once: each has its own memory. */
const readersAtOnce = 2;

export function busyReader(settings: ReaderSettings): BusyReader {
  const ownHost = new URL(settings.publicUrl).hostname;
  const fetching = { ...settings, userAgent: `SportelloVirtuale/${settings.version} (+${settings.publicUrl})` };
  const inPlace = makePlaces(readersAtOnce);
  return {
    async read(address, { etag, ...question }, signal) {
      const url = calendarUrl(address);
      if (!url) return failed('bad-address');
      const fetched = await fetchCalendar(url, etag, fetching, signal);
      if (!fetched.ok || fetched.isSame) return fetched;
      const answer = await inPlace(() => readApart(fetched.bytes, { ...question, ownHost }, settings, signal));
      return answer.ok ? { ok: true, isSame: false, times: answer.times, etag: fetched.etag } : answer;
    },
  };
}

function failed(failure: BusyFailure): Reading {
  return { ok: false, failure };
}
