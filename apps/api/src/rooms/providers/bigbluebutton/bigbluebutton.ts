import type { ConnectionFailure } from '@sportello/contract';
import type { AskVendor } from '../ask-vendor.ts';
import { answered, failed, type MeetingPerson, type Vendor, type VendorAnswer, type VendorRoom } from '../provider.ts';
import { queryOf, signedCall, type SigningSecret } from './checksum.ts';
import { readAnswer, type Said } from './read-answer.ts';

export interface BigBlueButtonDeps extends SigningSecret {
  readonly host: string;
  /** Of that host, with its scheme. */
  readonly origin: string;
  readonly ask: AskVendor;
  /** The name of an appointment's meeting there: nobody guesses it, and it tells nothing. */
  readonly meetingName: (wish: VendorRoom['wish']) => string;
}

const base = '/bigbluebutton/api/';
/** Nobody enters without a name there. */
const nameless = 'Ospite';

/** Why a call failed, by the vendor's own word for it; any other: refused. */
const failures: Readonly<Record<string, ConnectionFailure>> = { checksumError: 'wrong-secret' };

/**
 * Meetings come to be when somebody enters, and end by themselves. Answers are judged by what they say, whatever their
 * status. The address to join is signed here for each click.
 */
export function bigBlueButton({ host, origin, ask, meetingName, ...signing }: BigBlueButtonDeps): Vendor {
  async function call(name: string, parameters: Readonly<Record<string, string>>, signal: AbortSignal): Promise<VendorAnswer<Said>> {
    const asked = await ask({ method: 'GET', host, path: base + signedCall(name, queryOf(parameters), signing), isRepeatable: true, headers: { accept: 'text/xml' } }, signal);
    if (!asked.ok) return asked;
    const said = readAnswer(asked.value.text);
    return said ? answered(said) : failed('not-understood');
  }

  /** A meeting that is there already answers like one that was made: with when it was created, which names it in `join`. */
  async function ensureRoom(wish: VendorRoom['wish'], signal: AbortSignal): Promise<VendorAnswer<VendorRoom>> {
    const parameters = {
      name: wish.title,
      meetingID: meetingName(wish),
      guestPolicy: 'ALWAYS_ACCEPT', // who has the address was let in by us: nobody waits twice
      meetingExpireIfNoUserJoinedInMinutes: '5',
      record: 'false',
      autoStartRecording: 'false',
      allowStartStopRecording: 'false',
      'meta_bbb-origin': 'Sportello Virtuale',
    };
    const said = await call('create', parameters, signal);
    if (!said.ok) return said;
    if (!isGood(said.value)) return failed(failureOf(said.value));
    const reference = said.value['createTime'];
    return reference ? answered({ wish, reference }) : failed('not-understood');
  }

  function joinAddress({ wish, reference }: VendorRoom, person: MeetingPerson, role: { role: 'MODERATOR' } | { role: 'VIEWER'; guest: 'true' }): VendorAnswer<string> {
    const query = queryOf({ fullName: person.name || nameless, meetingID: meetingName(wish), ...role, createTime: reference, userID: person.key });
    return answered(origin + base + signedCall('join', query, signing));
  }

  return {
    name: 'bigbluebutton',
    isMadeAhead: false,
    async health(signal) {
      const said = await call('isMeetingRunning', { meetingID: 'sportello-prova' }, signal);
      if (!said.ok) return said;
      return isGood(said.value) ? answered({ account: null }) : failed(failureOf(said.value));
    },
    ensureRoom: (wish, _, signal) => ensureRoom(wish, signal),
    staffAddress: async (room, person) => joinAddress(room, person, { role: 'MODERATOR' }),
    citizenAddress: async (room, person) => joinAddress(room, person, { role: 'VIEWER', guest: 'true' }),
    move: ({ wish }, signal) => ensureRoom(wish, signal),
    async remove({ wish }, signal) {
      const said = await call('end', { meetingID: meetingName(wish) }, signal);
      if (!said.ok) return said;
      return isGood(said.value) || said.value['messageKey'] === 'notFound' ? answered(null) : failed(failureOf(said.value));
    },
  };
}

function isGood({ returncode }: Said): boolean {
  return returncode === 'SUCCESS';
}

function failureOf({ messageKey }: Said): ConnectionFailure {
  return failures[messageKey ?? ''] ?? 'refused';
}
