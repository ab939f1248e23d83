import type { Clock } from '../../../clock.ts';
import { closesMinutesAfter } from '../../admission.ts';
import type { AskVendor } from '../ask-vendor.ts';
import { answered, failed, type MeetingPerson, type MeetingWish, type Vendor, type VendorAnswer, type VendorRoom } from '../provider.ts';
import { nameOf } from '../vendor-host.ts';
import { type JitsiSigning, signRoomToken } from './room-token.ts';

export interface JitsiDeps extends JitsiSigning {
  readonly host: string;
  /** Of that host, with its scheme. */
  readonly origin: string;
  readonly appId: string;
  /** null: the application's own name. */
  readonly audience: string | null;
  readonly ask: AskVendor;
  readonly clock: Clock;
  /** The name of an appointment's room there: nobody guesses it, and it tells nothing. In small letters, as servers compare it. */
  readonly roomName: (wish: MeetingWish) => string;
}

/** Applications of the hosted service (8x8.vc): rules of their own. */
const hosted = /^vpaas-magic-cookie-/;
/** How far the vendor's clock may be behind ours. */
const toleranceSeconds = 60;
const leastMinutes = 10;

/** Rooms come to be when somebody enters with a token, which is signed here for each click: one person, one room, until it closes. */
export function jitsi({ host, origin, appId, audience, ask, clock, roomName, ...signing }: JitsiDeps): Vendor {
  const isHosted = hosted.test(appId);

  async function addressOf({ wish }: VendorRoom, person: MeetingPerson, isModerator: boolean): Promise<VendorAnswer<string>> {
    const room = roomName(wish);
    const now = Math.floor(clock.now() / 1000);
    const closes = Math.floor(wish.endsAt / 1000) + closesMinutesAfter * 60;
    const claims = {
      ...(isHosted ? { iss: 'chat', aud: 'jitsi', sub: appId } : { iss: appId, aud: audience ?? appId, sub: nameOf(host) }),
      room,
      nbf: now - toleranceSeconds,
      exp: Math.max(closes, now + leastMinutes * 60),
      context: isHosted ? hostedContext(person, isModerator) : ownContext(person, isModerator),
    };
    try {
      const token = await signRoomToken(claims, signing);
      return answered(`${origin}/${isHosted ? `${appId}/` : ''}${room}?jwt=${token}`);
    } catch {
      return failed('wrong-secret'); // what was kept is no key: of what it is nothing is told
    }
  }

  const ensureRoom = async (wish: MeetingWish): Promise<VendorAnswer<VendorRoom>> => answered({ wish, reference: roomName(wish) });

  return {
    name: 'jitsi',
    isMadeAhead: false,
    async health(signal) {
      const trial = { appointmentId: 'prova', sequence: 0, title: '', startsAt: 0, endsAt: 0 };
      const signed = await addressOf({ wish: trial, reference: '' }, { role: 'official', name: 'Prova', key: 'prova' }, true);
      if (!signed.ok) return signed;
      const asked = await ask({ method: 'GET', host, path: '/external_api.js', isRepeatable: true }, signal);
      if (!asked.ok) return asked;
      return asked.value.status === 200 && asked.value.text.includes('JitsiMeetExternalAPI') ? answered({ account: null }) : failed('not-understood');
    },
    ensureRoom,
    staffAddress: (room, person) => addressOf(room, person, true),
    citizenAddress: (room, person) => addressOf(room, person, false),
    move: ({ wish }) => ensureRoom(wish),
    remove: async () => answered(null), // with its last person a room is gone
  };
}

/** Texts and truth values only: a server refuses null. */
function ownContext({ key, name }: MeetingPerson, isModerator: boolean) {
  return { user: { id: key, name, affiliation: isModerator ? 'owner' : 'member', moderator: isModerator } };
}

function hostedContext({ key, name }: MeetingPerson, isModerator: boolean) {
  const no = 'false';
  return { user: { id: key, name, moderator: String(isModerator) }, features: { recording: no, livestreaming: no, transcription: no, 'outbound-call': no } };
}
