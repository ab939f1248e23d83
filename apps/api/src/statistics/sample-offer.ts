import { findStarts, type Minutes } from '@sportello/scheduling';
import { eq } from 'drizzle-orm';
import { calendarIdsOf, isOpen } from '../availability/free-starts.ts';
import { questionOf } from '../availability/question.ts';
import type { BookingRequest } from '../availability/request.ts';
import type { CalendarTimes } from '../calendars/calendar-store.ts';
import { isUniqueViolation } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import { dayOf, type Directory } from '../directory/directory.ts';
import type { SamplingDeps } from './deps.ts';

type Sample = Tables['offerSamples']['$inferInsert'];

/**
 * Looks once a day at what citizens could book, and keeps it: false where today was sampled already, by this process or another.
 * A day that is over cannot be sampled any more.
 */
export async function sampleOffer({ database, clock, directory: store, calendars }: SamplingDeps): Promise<boolean> {
  const { offerDays, offerSamples } = database.tables;
  const now = clock.now();
  const directory = await store.current();
  const day = dayOf(directory, now);
  if ((await database.read.select().from(offerDays).where(eq(offerDays.day, day))).length > 0) return false;

  const samples: Sample[] = [];
  for (const matter of openMatters(directory)) {
    const times = await calendars.read(calendarIdsOf(matter));
    samples.push({ id: newId(), day, serviceId: matter.service.id, officeId: matter.service.officeId, channel: matter.rules.channel, ...offered(directory, matter, times, now) });
  }
  try {
    await database.write(async (tx) => {
      await tx.insert(offerDays).values({ day, sampledAt: now });
      if (samples.length > 0) await tx.insert(offerSamples).values(samples);
    });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** Each service by each channel that citizens may book by themselves, for no comune in particular. */
function openMatters({ services }: Directory): BookingRequest[] {
  return [...services.values()].flatMap((service) =>
    [...service.channels.values()]
      .map((rules): BookingRequest => ({ service, rules, municipalityId: '', places: rules.channel === 'desk' ? rules.placeIds : [null], asker: 'citizen' }))
      .filter(isOpen),
  );
}

interface Start {
  readonly at: Minutes;
  readonly placeId: string | null;
}

function offered(directory: Directory, matter: BookingRequest, times: CalendarTimes, now: number) {
  const starts = startsFor(directory, matter, times, now);
  const minutes = [...new Set(starts.map(({ at }) => at))];
  const instant = (at: Minutes | undefined) => (at === undefined ? null : at * 60_000);
  return { freeStarts: starts.length, freeMinutes: minutesCovered(minutes, matter.rules.durationMinutes), firstStartsAt: instant(minutes[0]), thirdStartsAt: instant(minutes[2]) };
}

/** The free starts of all comuni together, ascending: comuni that are served on the same days are asked for once. */
function startsFor(directory: Directory, matter: BookingRequest, times: CalendarTimes, now: number): Start[] {
  const found = new Map<string, Start>();
  const from = Math.floor(now / 60_000);
  const to = from + matter.rules.horizonDays * 1440 + 1;
  for (const placeId of matter.places) {
    const asked = new Set<string>();
    for (const municipalityId of comuniOf(directory, matter)) {
      const question = questionOf({ directory, request: { ...matter, municipalityId }, placeId, times, now, except: new Set() });
      const days = [...question.closedDays].join(' ');
      if (asked.has(days)) continue;
      asked.add(days);
      for (const at of findStarts({ ...question, from, to })) found.set(`${at} ${placeId ?? ''}`, { at, placeId });
    }
  }
  return [...found.values()].toSorted((one, other) => one.at - other.at);
}

/** Whom the office ever serves; on which days, the question knows. */
function comuniOf({ competences }: Directory, { service }: BookingRequest): string[] {
  const ofOffice = competences.filter(({ officeId }) => officeId === service.officeId);
  return [...new Set(ofOffice.map(({ municipalityId }) => municipalityId))];
}

/** How many minutes the appointments at these starts (ascending) cover together. */
function minutesCovered(starts: readonly Minutes[], durationMinutes: number): number {
  let [covered, until] = [0, Number.NEGATIVE_INFINITY];
  for (const start of starts) {
    covered += start + durationMinutes - Math.max(start, until);
    until = start + durationMinutes;
  }
  return covered;
}
