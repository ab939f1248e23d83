import type { RecordEffect } from '@sportello/contract';
import { addDays, findStarts, startOfDay } from '@sportello/scheduling';
import { isOpenToCitizens } from '../availability/free-starts.ts';
import { misfitOf } from '../availability/misfit.ts';
import { questionOf } from '../availability/question.ts';
import type { BookingRequest } from '../availability/request.ts';
import type { CalendarTimes } from '../calendars/calendar-store.ts';
import { instantWriter } from '../appointments/wire.ts';
import { readStanding } from '../calendars/touched.ts';
import { type ChannelRules, dayOf, type Directory, type Service, serves } from '../directory/directory.ts';
import { directoryOf } from '../directory/picture.ts';
import type { Carried } from './carry-out.ts';
import type { AdministrationDeps } from './deps.ts';
import { firstDayOf } from './first-day.ts';
import type { RecordName } from './versions.ts';

/** So many days are counted. */
const countedDays = 7;
const mostTouched = 500;

interface Counted {
  readonly directory: Directory;
  readonly times: CalendarTimes;
  readonly municipalityIds: readonly string[];
  readonly from: string;
  readonly now: number;
}

/** What a change does: the free times of a week by the function that offers them, and what is booked by the rules that it was booked by. */
export async function effectOf({ database, calendars, clock }: AdministrationDeps, record: RecordName, carried: Carried): Promise<RecordEffect> {
  const now = clock.now();
  const [before, after] = [directoryOf(carried.before, now), directoryOf(carried.after, now)];
  const times = await calendars.read([...new Set([...carried.before.calendars, ...carried.after.calendars].map(({ id }) => id))]);
  const today = dayOf(before, now);
  const from = firstDayOf(record, carried, today);
  const municipalityIds = concerned(before, after, { from, to: addDays(from, countedDays - 1) });
  const [old, young] = [before, after].map((directory) => countFreeTimes({ directory, times, municipalityIds, from, now })) as [Ways, Ways];
  const keys = [...new Set([...old.keys(), ...young.keys()])].filter((key) => old.get(key)?.count !== young.get(key)?.count);
  const freeTimes = keys.flatMap((key) => {
    const way = young.get(key) ?? old.get(key);
    return way ? [{ service_id: way.service.id, service_name: way.service.name.it, channel: way.rules.channel, before: old.get(key)?.count ?? 0, after: young.get(key)?.count ?? 0 }] : [];
  });
  const touched = touchedBy({ before, after }, await readStanding(database.read, database.tables, [...times.keys()], now));
  const total = (side: 'before' | 'after') => freeTimes.reduce((sum, way) => sum + way[side], 0);
  return { from, to: addDays(from, countedDays - 1), free_times: freeTimes, before: total('before'), after: total('after'), touched: touched.slice(0, mostTouched), touched_count: touched.length, warnings: warningsOf(record, after, young) };
}

/** The comuni for which the change makes a difference by itself; where there are none, all. */
function concerned(before: Directory, after: Directory, { from, to }: { readonly from: string; readonly to: string }): string[] {
  const all = [...new Set([...before.municipalities.keys(), ...after.municipalities.keys()])];
  const differs = (id: string) => services(before, after).some((service) => daysFrom(from, to).some((day) => serves(before, service, id, day) !== serves(after, service, id, day)));
  const some = all.filter(differs);
  return some.length > 0 ? some : all;
}

function services(before: Directory, after: Directory): Service[] {
  return [...before.services.values()].filter(({ id }) => after.services.has(id));
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

interface Way {
  readonly service: Service;
  readonly rules: ChannelRules;
  readonly count: number;
}

type Ways = ReadonlyMap<string, Way>;

/** Each way of booking that is open to citizens, with how many starts people of some of the comuni find in the week. */
function countFreeTimes(counted: Counted): Ways {
  const ways = new Map<string, Way>();
  for (const service of counted.directory.services.values()) {
    for (const rules of service.channels.values()) ways.set(`${service.id} ${rules.channel}`, { service, rules, count: countWay(counted, service, rules) });
  }
  return ways;
}

function countWay({ directory, times, municipalityIds, from, now }: Counted, service: Service, rules: ChannelRules): number {
  const { timeZone } = directory.union;
  const [start, end] = [startOfDay(timeZone, from), startOfDay(timeZone, addDays(from, countedDays))];
  const found = new Set<string>();
  for (const municipalityId of oneOfEach(directory, service, municipalityIds, from)) {
    const request: BookingRequest = { service, rules: inSight(rules, start, now), municipalityId, places: rules.channel === 'desk' ? rules.placeIds : [null], asker: 'citizen' };
    if (!isOpenToCitizens(request)) return 0;
    for (const placeId of request.places) {
      for (const at of findStarts({ ...questionOf({ directory, request, placeId, times, now, except: new Set() }), from: start, to: end })) found.add(`${at} ${placeId ?? ''}`);
    }
  }
  return found.size;
}

/** Comuni that are served on the same days find the same times: one of them stands for all. */
function oneOfEach(directory: Directory, service: Service, municipalityIds: readonly string[], from: string): string[] {
  const days = daysFrom(from, addDays(from, countedDays - 1));
  const byDays = Map.groupBy(municipalityIds, (id) => days.filter((day) => serves(directory, service, id, day)).join(' '));
  return [...byDays].flatMap(([served, ids]) => (served === '' ? [] : ids.slice(0, 1)));
}

/** A week farther off than people may book today is counted as they will find it when it has come near. */
function inSight(rules: ChannelRules, start: number, now: number): ChannelRules {
  const daysAhead = Math.ceil((start - Math.floor(now / 60_000)) / 1440);
  return daysAhead <= countedDays ? rules : { ...rules, horizonDays: Math.max(rules.horizonDays, daysAhead + countedDays) };
}

function touchedBy({ before, after }: { readonly before: Directory; readonly after: Directory }, standing: Awaited<ReturnType<typeof readStanding>>): RecordEffect['touched'] {
  const calendarIds = Map.groupBy(standing, ({ appointment }) => appointment.id);
  const write = instantWriter(before);
  return [...calendarIds.values()].flatMap((ofOne) => {
    const [first] = ofOne;
    if (!first) return [];
    const { appointment } = first;
    const taken = ofOne.map(({ calendarId }) => calendarId);
    const why = misfitOf(after, appointment, taken);
    if (why === null || misfitOf(before, appointment, taken) !== null) return [];
    const serviceName = before.services.get(appointment.serviceId)?.name.it ?? '';
    return [{ appointment_id: appointment.id, starts_at: write(appointment.startsAt), service_name: serviceName, channel: appointment.channel, office_id: appointment.officeId, why }];
  });
}

/** Nothing can be booked of what the record is about, though it is shown as if it could. */
function warningsOf({ kind, id }: RecordName, after: Directory, young: Ways): RecordEffect['warnings'] {
  const service = kind === 'service' ? after.services.get(id) : undefined;
  if (service?.state !== 'published') return [];
  const ways = [...young.values()].filter((way) => way.service.id === id && way.rules.whoMayBook === 'citizens');
  const isServed = after.competences.some(({ officeId, serviceId }) => officeId === service.officeId && (serviceId === null || serviceId === id));
  return [...(isServed ? [] : ['nobody_serves' as const]), ...(ways.length > 0 && ways.every(({ count }) => count === 0) ? ['no_times' as const] : [])];
}
