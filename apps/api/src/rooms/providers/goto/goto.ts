import { answered, type Attendance, failed, type MeetingWish, type Vendor, type VendorAnswer, type VendorRoom } from '../provider.ts';
import type { GotoCall } from './calls.ts';
import { instantOf } from './instants.ts';
import { type Fields, isFields, onlyOne, textIn } from './read-json.ts';

export interface GotoDeps {
  readonly call: GotoCall;
  /** Whose account it is, as the vendor says it: who led a meeting is known by it. */
  readonly account: string | null;
}

/** What is kept of a meeting, sealed: its id, digit by digit, and the address that came with it, which cannot be asked for again. */
interface Reference {
  readonly id: string;
  readonly join: string;
}

const meetings = '/G2M/rest/meetings';

/** Meetings are made ahead, in the account that an administrator connected. Who leads opens theirs by an address of one click. */
export function goTo({ call, account }: GotoDeps): Vendor {
  const pathOf = ({ reference }: VendorRoom) => `${meetings}/${encodeURIComponent(referenceIn(reference).id)}`;

  async function create(wish: MeetingWish, signal: AbortSignal): Promise<VendorAnswer<VendorRoom>> {
    const made = await call({ method: 'POST', path: meetings, body: bodyOf(wish) }, signal);
    if (!made.ok) return made;
    const fields = onlyOne(made.value.json);
    const id = fields && textIn(fields, 'meetingid');
    const join = fields && addressIn(fields, 'joinurl');
    if (made.value.status === 404 || !id || !join) return failed('not-understood');
    return answered({ wish, reference: JSON.stringify({ id, join } satisfies Reference) });
  }

  /**
   * A try whose answer was lost may have left a meeting behind that nobody knows of; where it cannot be told, it stays there unused.
   * "Get upcoming meetings" of the vendor's reference (developer.goto.com/GoToMeetingV1) answers with those of the account that was
   * connected, with `subject` and `meetingId`; `GET /meetings` without a query is another call, marked as outdated there.
   */
  async function sweep(wish: MeetingWish, signal: AbortSignal): Promise<void> {
    const listed = await call({ method: 'GET', path: '/G2M/rest/upcomingMeetings' }, signal);
    if (!listed.ok || !Array.isArray(listed.value.json)) return;
    for (const one of listed.value.json) {
      const id = isFields(one) && textIn(one, 'subject') === wish.title ? textIn(one, 'meetingid') : null;
      if (id) await call({ method: 'DELETE', path: `${meetings}/${encodeURIComponent(id)}` }, signal);
    }
  }

  async function read(room: VendorRoom, signal: AbortSignal): Promise<VendorAnswer<{ readonly isThere: boolean; readonly isRunning: boolean }>> {
    const asked = await call({ method: 'GET', path: pathOf(room) }, signal);
    if (!asked.ok) return asked;
    const { status, json } = asked.value;
    if (status === 404) return answered({ isThere: false, isRunning: false });
    const fields = onlyOne(json);
    return fields ? answered({ isThere: true, isRunning: textIn(fields, 'status')?.toUpperCase() === 'ACTIVE' }) : failed('not-understood');
  }

  async function remove(room: VendorRoom, signal: AbortSignal): Promise<VendorAnswer<null>> {
    const asked = await call({ method: 'DELETE', path: pathOf(room) }, signal);
    return asked.ok ? answered(null) : asked; // 404: it is gone
  }

  return {
    name: 'gotomeeting',
    isMadeAhead: true,
    async health(signal) {
      const asked = await call({ method: 'GET', path: '/admin/rest/v1/me' }, signal);
      if (!asked.ok) return asked;
      const fields = onlyOne(asked.value.json);
      return fields && asked.value.status !== 404 ? answered({ account: textIn(fields, 'email') }) : failed('not-understood');
    },
    async ensureRoom(wish, { reference, isRepeated }, signal) {
      if (reference !== null) {
        const known = { wish, reference };
        const found = await read(known, signal);
        if (!found.ok) return found;
        if (found.value.isThere) return answered(known);
      } else if (isRepeated) await sweep(wish, signal);
      return create(wish, signal);
    },
    async staffAddress(room, { role }, signal) {
      // A colleague joins what runs, so that nobody takes the lead from who has it; else they begin it.
      const found = role === 'colleague' ? await read(room, signal) : null;
      if (found && !found.ok) return found;
      if (found?.value.isRunning) return answered(referenceIn(room.reference).join);
      const started = await call({ method: 'GET', path: `${pathOf(room)}/start` }, signal);
      if (!started.ok) return started;
      const fields = onlyOne(started.value.json);
      const address = fields && addressIn(fields, 'hosturl');
      return address ? answered(address) : failed('not-understood');
    },
    citizenAddress: async (room) => answered(referenceIn(room.reference).join),
    async move(room, signal) {
      const changed = await call({ method: 'PUT', path: pathOf(room), body: bodyOf(room.wish) }, signal);
      if (!changed.ok) return changed;
      return changed.value.status === 404 ? create(room.wish, signal) : answered(room);
    },
    remove,
    async attendance(room, signal) {
      const asked = await call({ method: 'GET', path: `${pathOf(room)}/attendees` }, signal);
      if (!asked.ok) return asked;
      if (asked.value.status === 404) return answered([]);
      const { json } = asked.value;
      return Array.isArray(json) ? answered(json.flatMap((one) => (isFields(one) ? attendanceIn(one, account) : []))) : failed('not-understood');
    },
  };
}

/** All seven fields, each time. */
function bodyOf({ title, startsAt, endsAt }: MeetingWish): Fields {
  return {
    subject: title.replaceAll('<', '&lt;').replaceAll('>', '&gt;').slice(0, 100),
    starttime: utc(startsAt),
    endtime: utc(endsAt),
    passwordrequired: false,
    conferencecallinfo: 'VoIP',
    timezonekey: '',
    meetingtype: 'scheduled',
  };
}

function utc(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function referenceIn(reference: string): Reference {
  return JSON.parse(reference) as Reference; // as `create` wrote it
}

/** An address that a browser may be sent to. */
function addressIn(fields: Fields, name: string): string | null {
  const address = textIn(fields, name);
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost') ? address : null;
}

/** Names and addresses are looked at for who led, and left where they are. */
function attendanceIn(fields: Fields, account: string | null): Attendance[] {
  const joinedAt = instantOf(textIn(fields, 'jointime'));
  const minutes = Number(textIn(fields, 'duration') ?? 0);
  if (joinedAt === null) return [];
  const leftAt = instantOf(textIn(fields, 'leavetime')) ?? joinedAt + (minutes > 0 ? minutes * 60_000 : 0);
  const isHost = account !== null && textIn(fields, 'attendeeemail')?.toLowerCase() === account.toLowerCase();
  return [{ isHost, joinedAt, leftAt: Math.max(joinedAt, leftAt) }];
}
