import { createHash } from 'node:crypto';
import { type Asked, fakeServer, type FakeServer, type Reply } from './fake-vendor.ts';

/** A BigBlueButton on localhost, with a secret and a hash of its own. */
export interface FakeBigBlueButton extends FakeServer {
  readonly secret: string;
  readonly hash: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  /** Meetings that run, by the name that we gave them, with the parameters of `create`. */
  readonly meetings: Map<string, Readonly<Record<string, string>> & { createTime: string }>;
  /** Opens an address of `join` as a browser does; answers with what it was let in with, or with the key of the refusal. */
  open(address: string): Promise<{ readonly ok: boolean; readonly said: string }>;
}

const base = '/bigbluebutton/api/';

export async function startBigBlueButton(hash: FakeBigBlueButton['hash'] = 'sha256'): Promise<FakeBigBlueButton> {
  const secret = 'a secret of & in <this> test';
  const meetings: FakeBigBlueButton['meetings'] = new Map();
  let created = 1_700_000_000_000;

  /** The checksum is of the query as it came, without itself. */
  function answer({ path, query }: Asked): Reply {
    const call = path.slice(base.length);
    const [, signed = '', checksum = ''] = /^(.*?)&?checksum=([0-9a-f]+)$/.exec(query) ?? [];
    if (createHash(hash).update(call + signed + secret).digest('hex') !== checksum) return said('FAILED', { messageKey: 'checksumError', message: 'Checksums do not match' });
    const asked = Object.fromEntries(new URLSearchParams(signed));
    const id = asked['meetingID'] ?? '';
    if (id.length < 2 || id.length > 256 || id.includes(',')) return said('FAILED', { messageKey: 'validationError' });
    switch (call) {
      case 'create':
        return create(id, asked);
      case 'join':
        return join(id, asked);
      case 'isMeetingRunning':
        return said('SUCCESS', { running: String(meetings.has(id)) });
      case 'end':
        return meetings.delete(id) ? said('SUCCESS', { messageKey: 'sentEndMeetingRequest' }) : said('FAILED', { messageKey: 'notFound' });
      default:
        return said('FAILED', { messageKey: 'unsupportedRequest' });
    }
  }

  function create(id: string, asked: Readonly<Record<string, string>>): Reply {
    const before = meetings.get(id);
    if (before) return said('SUCCESS', { meetingID: id, createTime: before.createTime, messageKey: 'duplicateWarning', message: 'This conference was already in existence &amp; may currently be in progress.' });
    created += 1;
    meetings.set(id, { ...asked, createTime: String(created) });
    return said('SUCCESS', { meetingID: id, createTime: String(created), hasUserJoined: 'false', messageKey: '' });
  }

  function join(id: string, asked: Readonly<Record<string, string>>): Reply {
    const meeting = meetings.get(id);
    if (!meeting) return said('FAILED', { messageKey: 'invalidMeetingIdentifier' });
    if (asked['createTime'] !== meeting.createTime) return said('FAILED', { messageKey: 'mismatchCreateTimeParam' });
    const waits = meeting['guestPolicy'] === 'ASK_MODERATOR' && asked['guest'] === 'true' && asked['role'] !== 'MODERATOR';
    return said('SUCCESS', { messageKey: 'successfullyJoined', guestStatus: waits ? 'WAIT' : 'ALLOW', role: asked['role'] ?? '', guest: asked['guest'] ?? '', name: asked['fullName'] ?? '' });
  }

  const server = await fakeServer(answer);
  return Object.assign(server, {
    secret,
    hash,
    meetings,
    async open(address: string) {
      const text = await (await fetch(address)).text();
      return { ok: text.includes('<returncode>SUCCESS'), said: text };
    },
  });
}

/** The status is 200 whatever is said. */
function said(returncode: 'SUCCESS' | 'FAILED', fields: Readonly<Record<string, string>>): Reply {
  const body = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`).join('');
  return { status: 200, type: 'text/xml;charset=utf-8', body: `<?xml version="1.0"?>\n<response><returncode>${returncode}</returncode>${body}</response>` };
}
