import type { ConfirmedAppointment, Hold, Municipality, Question, ServicePage, Slots } from '@sportello/contract';
import type { LightMyRequestResponse } from 'fastify';
import { newKey, type Desk } from './app.ts';

const base = '/api/v1';

type Body = Record<string, unknown>;

export interface Sent {
  readonly token?: string | undefined;
  readonly key?: string | undefined;
  readonly headers?: Record<string, string>;
  readonly remoteAddress?: string;
}

/** What a citizen's browser does with the API; answers come as they are, so that tests can look at refusals too. */
export function citizenOf({ app }: Desk) {
  const headersOf = ({ token, headers }: Sent): Record<string, string> => ({ ...(token && { authorization: `Bearer ${token}` }), ...headers });
  const from = ({ remoteAddress }: Sent) => (remoteAddress ? { remoteAddress } : {});

  async function get(path: string, sent: Sent = {}): Promise<LightMyRequestResponse> {
    return app.inject({ method: 'GET', url: base + path, headers: headersOf(sent), ...from(sent) });
  }

  async function post(path: string, body: unknown, sent: Sent = {}): Promise<LightMyRequestResponse> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': sent.key ?? newKey(), ...headersOf(sent) };
    return app.inject({ method: 'POST', url: base + path, headers, payload: JSON.stringify(body), ...from(sent) });
  }

  async function service(slug: string): Promise<ServicePage> {
    return (await get(`/services/${slug}`)).json<ServicePage>();
  }

  async function municipality(name = 'Mombercelli'): Promise<Municipality> {
    const found = (await get('/municipalities')).json<{ items: Municipality[] }>().items.find((one) => one.name === name);
    if (!found) throw new Error(`no comune ${name}`);
    return found;
  }

  async function requiredAnswers({ service_id, channel }: Pick<Hold, 'service_id' | 'channel'>) {
    const questions = (await service(service_id)).channels.find((one) => one.channel === channel)?.questions ?? [];
    return questions.filter(({ required }) => required).map((question) => ({ question_id: question.id, value: someAnswer(question) }));
  }

  return {
    get,
    post,
    service,
    municipality,
    patch: (path: string, body: unknown, sent: Sent = {}) =>
      app.inject({
        method: 'PATCH',
        url: base + path,
        headers: { 'content-type': 'application/merge-patch+json', ...headersOf(sent) },
        payload: JSON.stringify(body),
      }),
    remove: (path: string, sent: Sent = {}) => app.inject({ method: 'DELETE', url: base + path, headers: headersOf(sent) }),

    async wanted(slug = 'informazioni-scia', channel = 'video'): Promise<{ service_id: string; channel: string; municipality_id: string; place_id?: string }> {
      const page = await service(slug);
      const place = page.channels.find((one) => one.channel === channel)?.places[0];
      return { service_id: page.id, channel, municipality_id: (await municipality()).id, ...(channel === 'desk' && place && { place_id: place.id }) };
    },

    async slots(wanted: object, fromDay = '2026-12-01', toDay = '2026-12-31'): Promise<Slots> {
      const query = new URLSearchParams({ ...(wanted as Record<string, string>), from: fromDay, to: toDay });
      const answer = await get(`/slots?${query}`);
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return answer.json<Slots>();
    },

    async hold(wanted: object, startsAt: string, sent: Sent = {}): Promise<Hold> {
      const answer = await post('/holds', { ...wanted, starts_at: startsAt }, sent);
      if (answer.statusCode !== 201) throw new Error(answer.body);
      return answer.json<Hold>();
    },

    /** What the form sends: every required question is answered. */
    async application(hold: Pick<Hold, 'id' | 'service_id' | 'channel'>, changes: Body = {}, person: Body = {}): Promise<Body> {
      const union = (await get('/union')).json<{ privacy_notice: { version: string } }>();
      return {
        hold_id: hold.id,
        answers: await requiredAnswers(hold),
        person: { given_name: 'Ada', family_name: 'Rossi', email: `${newKey()}@example.org`, ...person },
        privacy_notice_version: union.privacy_notice.version,
        ...changes,
      };
    },

    /** Holds the n-th free start and confirms it. */
    async book(wanted: object, { nth = 0, changes = {} as Body, person = {} as Body, from = '2026-12-01' } = {}): Promise<ConfirmedAppointment> {
      const start = (await this.slots(wanted, from)).items[nth];
      if (!start) throw new Error('nothing is free');
      const hold = await this.hold(wanted, start.starts_at);
      const answer = await post('/appointments', await this.application(hold, changes, person), { token: hold.token });
      if (answer.statusCode !== 201) throw new Error(answer.body);
      return answer.json<ConfirmedAppointment>();
    },
  };
}

function someAnswer({ kind, choices }: Question): string | boolean {
  switch (kind) {
    case 'yes_no':
      return false;
    case 'choice':
      return choices[0]?.value ?? '';
    case 'date':
      return '2026-12-24';
    case 'tax_code':
      return '00743110157';
    default:
      return 'Una prova';
  }
}

export type Citizen = ReturnType<typeof citizenOf>;
