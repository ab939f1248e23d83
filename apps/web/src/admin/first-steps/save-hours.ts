import { changeCalendars, type Me, type OpeningRuleIn, previewCalendarChange, showCalendarHours } from '@sportello/contract';
import { staffCall } from '../../staff/staff-call.ts';
import { fetchRecord, fetchRecords, type ItemOf, readRecordsAgain } from '../records/queries.ts';
import { readHoursAgain } from './queries.ts';
import { write } from './save-service.ts';

interface Wish {
  readonly serviceId: string;
  /** Who receives already; null: `who` says whose calendar is taken, or made. */
  readonly calendarId: string | null;
  readonly who: { readonly me: Me } | { readonly name: string };
  /** Of the hours that were seen; null: none were. */
  readonly rulesRevision: number | null;
  readonly rulesFor: (placeId: string | null) => OpeningRuleIn[];
}

/**
 * These hours are a matter for the page of the hours: what was booked would not fit (`touched`), or the calendar has others that
 * nobody saw here (`there`).
 */
export class ElsewhereDecided extends Error {
  readonly calendarId: string;
  readonly why: 'touched' | 'there';

  constructor(calendarId: string, why: 'touched' | 'there') {
    super(`decided on the page of the hours: ${why}`);
    this.calendarId = calendarId;
    this.why = why;
  }
}

/**
 * The calendar, then that it receives for the service, then its hours, each only where it is not so already: the same may be sent
 * again after a failure half-way. Throws `ElsewhereDecided`.
 */
export async function saveHours({ serviceId, calendarId, who, rulesRevision, rulesFor }: Wish): Promise<void> {
  try {
    const service = await fetchRecord({ kind: 'service', id: serviceId });
    const id = calendarId ?? (await calendarFor(who, service.content.office_id));
    await receiveFor(service, id);
    const placeId = service.content.channels.flatMap(({ place_ids }) => place_ids)[0] ?? null;
    await changeRules(id, rulesFor(placeId), rulesRevision);
  } finally {
    await readRecordsAgain();
    await readHoursAgain();
  }
}

/** The calendar of this person, or of this name; a new one where there is none. */
async function calendarFor(who: Wish['who'], officeId: string): Promise<string> {
  const name = 'me' in who ? `${who.me.given_name} ${who.me.family_name}` : who.name.trim();
  const staffId = 'me' in who ? who.me.id : undefined;
  const used = (await fetchRecords('calendar')).filter(({ state }) => state === 'used');
  const there = used.find(({ content }) => staffId !== undefined && content.staff_id === staffId) ?? used.find(({ title }) => title === name);
  if (there) return there.id;
  return (await write(null, { kind: 'calendar', name, of: 'operator', office_id: officeId, ...(staffId && { staff_id: staffId }) })).id;
}

async function receiveFor(service: ItemOf<'service'>, calendarId: string): Promise<void> {
  const { channels } = service.content;
  if (channels.every(({ needs }) => needs.length > 0)) return;
  await write(service, { ...service.content, channels: channels.map((channel) => (channel.needs.length > 0 ? channel : { ...channel, needs: [[calendarId]] })) });
}

async function changeRules(calendarId: string, rules: OpeningRuleIn[], seenRevision: number | null): Promise<void> {
  const now = await staffCall(showCalendarHours, { params: { calendar_id: calendarId } });
  if (written(now.rules) === written(rules)) return;
  if (seenRevision === null && now.rules.length > 0) throw new ElsewhereDecided(calendarId, 'there');
  const change = { kind: 'rules' as const, calendar_ids: [calendarId], rules_revision: seenRevision ?? now.rules_revision, rules };
  const impact = await staffCall(previewCalendarChange, { body: { change } });
  if (impact.touched.length > 0 || impact.beyond_reach > 0) throw new ElsewhereDecided(calendarId, 'touched');
  await staffCall(changeCalendars, { body: { change, resolutions: [], tell: false } });
}

/** What tells hours apart: when, and where. */
function written(rules: readonly Pick<OpeningRuleIn, 'recurrence' | 'start_minute' | 'end_minute' | 'place_id'>[]): string {
  return rules.map(({ recurrence, start_minute, end_minute, place_id = null }) => JSON.stringify([recurrence, start_minute, end_minute, place_id])).sort().join();
}
