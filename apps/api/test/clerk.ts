import type { DeskAppointmentItem, DeskHold, Slots } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import type { Desk } from './app.ts';
import { got, type Wanted } from './citizen.ts';
import { addMember, askAs, cookieOf, signedIn } from './staff-app.ts';

type Body = Record<string, unknown>;

/** What somebody at the desk does with the API, signed in for half an hour of the desk's clock; answers come as they are, so that tests can look at refusals too. */
export async function clerkOf(desk: Desk, member: Parameters<typeof addMember>[1] = { role: 'admin' }) {
  const { id } = await addMember(desk, member);
  const { sessionId } = await signedIn(desk, { id, email: '' });
  const ask = (method: 'GET' | 'POST' | 'DELETE', url: string, body?: object) => askAs(desk, cookieOf(desk, sessionId), method, url, body);
  const post = (url: string, body: object) => ask('POST', url, body);
  const get = (url: string) => ask('GET', url);

  const slots = (wanted: object, from: string, to = from) => get(`/staff/slots?${new URLSearchParams({ ...(wanted as Record<string, string>), from, to })}`);
  const tryHold = (wanted: object, startsAt: string, changes: Body = {}) => post('/staff/holds', { ...wanted, starts_at: startsAt, ...changes });
  const hold = async (wanted: object, startsAt: string, changes: Body = {}) => got<DeskHold>(await tryHold(wanted, startsAt, changes), 201);
  const confirm = (held: { id: string }, body: Body = {}) => post('/staff/appointments', { hold_id: held.id, person: { given_name: 'Ida', family_name: 'Bosco' }, ...body });

  return {
    id,
    get,
    post,
    slots,
    tryHold,
    hold,
    confirm,
    release: (holdId: string) => ask('DELETE', `/staff/holds/${holdId}`),
    starts: async (wanted: object, from: string, to = from) => got<Slots>(await slots(wanted, from, to), 200).items.map(({ starts_at }) => starts_at),
    warnings: async (holdId: string, about: Body = {}) => got<{ items: { kind: string; appointment: { id: string } | null }[] }>(await post(`/staff/holds/${holdId}/warnings`, about), 200).items,
    bookAt: async (wanted: object, startsAt: string, body: Body = {}, changes: Body = {}) => got<DeskAppointmentItem>(await confirm(await hold(wanted, startsAt, changes), body), 201),
    move: (item: { id: string; revision: number }, body: Body) => post(`/staff/appointments/${item.id}/moves`, { revision: item.revision, tell: true, ...body }),
    cancel: (item: { id: string; revision: number }, body: Body = {}) => post(`/staff/appointments/${item.id}/cancellations`, { revision: item.revision, tell: true, ...body }),
    slip: (item: { id: string }) => post(`/staff/appointments/${item.id}/slips`, {}),
  };
}

export type Clerk = Awaited<ReturnType<typeof clerkOf>>;

/** The calendars that serve a matter, by name. */
export async function calendarsFor({ database: { read, tables } }: Desk, { service_id, channel }: Wanted): Promise<string[]> {
  const { serviceChannels, channelCalendars, calendars } = tables;
  const rows = await read
    .select({ id: calendars.id, channel: serviceChannels.channel })
    .from(channelCalendars)
    .innerJoin(serviceChannels, eq(serviceChannels.id, channelCalendars.serviceChannelId))
    .innerJoin(calendars, eq(calendars.id, channelCalendars.calendarId))
    .where(eq(serviceChannels.serviceId, service_id))
    .orderBy(calendars.name);
  return rows.filter((row) => row.channel === channel).map(({ id }) => id);
}
