import { randomBytes } from 'node:crypto';
import { type Asked, fakeServer, type FakeServer, type Reply } from './fake-vendor.ts';

export interface FakeMeeting {
  readonly id: string;
  subject: string;
  starttime: string;
  endtime: string;
  status: 'ACTIVE' | 'INACTIVE';
  attendees: readonly object[];
}

/** GoToMeeting on localhost: its sign-in, its tokens, its meetings. */
export interface FakeGoto extends FakeServer {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly account: string;
  readonly meetings: Map<string, FakeMeeting>;
  /** A new refresh token with each renewal; the one before is worth nothing then. */
  rotates: boolean;
  expiresInSeconds: number;
  /** Goes to the address of the sign-in as an administrator who allows it; answers with where they are sent back to. */
  allow(address: string): Promise<URL>;
  /** Every access token that was given so far is refused. */
  expireTokens(): void;
  /** Every refresh token, too: the account was taken back. */
  revoke(): void;
  /** How often tokens were renewed. */
  renewals(): number;
  /** Access and refresh tokens that were ever given. */
  readonly given: readonly string[];
}

const required = ['subject', 'starttime', 'endtime', 'passwordrequired', 'conferencecallinfo', 'timezonekey', 'meetingtype'];
const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

export async function startGoto({ port = 0, hasPages = false }: { port?: number; hasPages?: boolean } = {}): Promise<FakeGoto> {
  const [clientId, clientSecret, account] = ['7f3c-sportello', 'a secret between vendor and desk', 'riunioni@unione.example.org'];
  const meetings = new Map<string, FakeMeeting>();
  const codes = new Map<string, string>();
  const given: string[] = [];
  let access = new Set<string>();
  let refresh = new Set<string>();
  let renewals = 0;
  // Larger than any number that JavaScript writes exactly: a digit that is lost is a meeting that is not found.
  let lastId = 9_007_199_254_740_993n;

  /** Where its meetings are: a page of its own is as good as the vendor's for a browser that has no other network. */
  const site = () => (hasPages ? `http://${server.host}` : 'https://global.example.com');

  function answer(asked: Asked): Reply {
    const { method, path } = asked;
    if (path === '/oauth/authorize') return authorize(asked);
    if (path === '/oauth/token' && method === 'POST') return token(asked);
    if (hasPages && /^\/(join|host)\/\d+$/.test(path)) return { status: 200, type: 'text/html; charset=utf-8', body: '<!doctype html><html lang="it"><title>GoTo</title><h1>La riunione di prova</h1>' };
    if (!access.has((asked.headers.authorization ?? '').replace(/^Bearer /, ''))) return json(401, { errorCode: 'InvalidToken', description: 'Invalid token passed' });
    if (path === '/admin/rest/v1/me') return json(200, { key: 5_671_234, accountKey: 1, email: account, products: ['G2M'] });
    if (path === '/G2M/rest/upcomingMeetings') return raw(200, `[${[...meetings.values()].map((one) => listed(one)).join(',')}]`);
    if (path === '/G2M/rest/meetings' && method === 'POST') return create(asked);
    const [, id = '', rest = ''] = /^\/G2M\/rest\/meetings\/(\d+)(\/\w+)?$/.exec(path) ?? [];
    const meeting = meetings.get(id);
    if (!meeting) return json(404, { error: { resource: path, message: 'Meeting not found' } });
    if (rest === '/start') return json(200, { hostURL: `${site()}/host/${id}?authentication=${randomBytes(6).toString('hex')}` });
    if (rest === '/attendees') return json(200, meeting.attendees);
    if (method === 'DELETE') meetings.delete(id);
    if (method === 'DELETE') return { status: 204 };
    if (method === 'PUT') return change(meeting, asked);
    return raw(200, `[${listed(meeting)}]`);
  }

  /** Its id as a number here, as a text there: the vendor does so. */
  function listed({ id, subject, starttime, endtime, status }: FakeMeeting): string {
    return `{"subject":${JSON.stringify(subject)},"startTime":"${starttime}","endTime":"${endtime}","createTime":"","meetingid":"${id}","meetingId":${id},"status":"${status}","meetingType":"scheduled"}`;
  }

  function authorize({ query }: Asked): Reply {
    const asked = new URLSearchParams(query);
    const back = asked.get('redirect_uri') ?? '';
    if (asked.get('client_id') !== clientId || asked.get('response_type') !== 'code' || !URL.canParse(back)) return json(400, { error: 'invalid_request' });
    const state = asked.get('state') ?? '';
    const code = randomBytes(9).toString('base64url');
    codes.set(code, back);
    const to = (answers: Record<string, string>) => `${back}?${new URLSearchParams({ ...answers, state })}`;
    if (hasPages) return { status: 200, type: 'text/html; charset=utf-8', body: page(to({ code }), to({ error: 'access_denied' })) };
    return { status: 302, headers: { location: to({ code }) } };
  }

  function token({ headers, body }: Asked): Reply {
    if (headers.authorization !== `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`) return json(401, { error: 'invalid_client' });
    const form = new URLSearchParams(body);
    if (form.get('grant_type') === 'authorization_code') {
      const code = form.get('code') ?? '';
      if (codes.get(code) !== form.get('redirect_uri')) return json(400, { error: 'invalid_grant' });
      codes.delete(code);
      return tokens(true);
    }
    const old = form.get('refresh_token') ?? '';
    if (form.get('grant_type') !== 'refresh_token' || !refresh.has(old)) return json(400, { error: 'invalid_grant', error_description: 'invalid refresh token' });
    renewals += 1;
    if (fake.rotates) refresh.delete(old);
    return tokens(fake.rotates);
  }

  function tokens(withRefresh: boolean): Reply {
    const [accessToken, refreshToken] = [`acc-${randomBytes(12).toString('hex')}`, `ref-${randomBytes(12).toString('hex')}`];
    access.add(accessToken);
    if (withRefresh) refresh.add(refreshToken);
    given.push(accessToken, ...(withRefresh ? [refreshToken] : []));
    return json(200, { access_token: accessToken, token_type: 'Bearer', expires_in: fake.expiresInSeconds, scope: 'collab:', principal: account, ...(withRefresh && { refresh_token: refreshToken }) });
  }

  function create({ body }: Asked): Reply {
    const wish = JSON.parse(body) as Record<string, unknown>;
    if (!isWhole(wish)) return json(400, { errorCode: 'InvalidRequest' });
    lastId += 1n;
    const id = String(lastId);
    meetings.set(id, { id, subject: String(wish['subject']), starttime: String(wish['starttime']), endtime: String(wish['endtime']), status: 'INACTIVE', attendees: [] });
    return raw(201, `[{"joinURL":"${site()}/join/${id}","meetingid":${id},"maxParticipants":150,"uniqueMeetingId":${id},"conferenceCallInfo":"VoIP"}]`);
  }

  function change(meeting: FakeMeeting, { body }: Asked): Reply {
    const wish = JSON.parse(body) as Record<string, unknown>;
    if (!isWhole(wish)) return json(400, { errorCode: 'InvalidRequest' });
    Object.assign(meeting, { subject: wish['subject'], starttime: wish['starttime'], endtime: wish['endtime'] });
    return { status: 204 };
  }

  const server = await fakeServer(answer, port);
  const fake: FakeGoto = Object.assign(server, {
    clientId,
    clientSecret,
    account,
    meetings,
    given,
    rotates: false,
    expiresInSeconds: 3600,
    async allow(address: string) {
      const reply = await fetch(address, { redirect: 'manual' });
      const location = reply.headers.get('location');
      if (!location) throw new Error(`The vendor does not send back: ${reply.status}`);
      return new URL(location);
    },
    expireTokens: () => void (access = new Set()),
    revoke() {
      access = new Set();
      refresh = new Set();
    },
    renewals: () => renewals,
  });
  return fake;
}

function isWhole(wish: Readonly<Record<string, unknown>>): boolean {
  const subject = String(wish['subject'] ?? '');
  return required.every((name) => name in wish) && subject !== '' && subject.length <= 100 && !/[<>]/.test(subject) && utc.test(String(wish['starttime'])) && utc.test(String(wish['endtime'])) && wish['timezonekey'] === '' && typeof wish['passwordrequired'] === 'boolean';
}

function json(status: number, body: unknown): Reply {
  return { status, body: JSON.stringify(body) };
}

function raw(status: number, body: string): Reply {
  return { status, body };
}

function page(yes: string, no: string): string {
  return `<!doctype html><html lang="it"><title>GoTo</title><h1>Il tuo account GoTo</h1><p><a href="${yes.replaceAll('&', '&amp;')}">Consenti</a></p><p><a href="${no.replaceAll('&', '&amp;')}">Annulla</a></p>`;
}
