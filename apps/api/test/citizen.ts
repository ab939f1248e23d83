import type { Appointment, ChangedAppointment, ConfirmedAppointment, Hold, Municipality, Question, ServicePage, Slots } from '@sportello/contract';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { newKey, type Desk } from './app.ts';

const base = '/api/v1';

type Body = Record<string, unknown>;

export interface Sent {
  readonly token?: string | undefined;
  readonly key?: string | undefined;
  readonly headers?: Record<string, string>;
  readonly remoteAddress?: string;
}

/** What somebody asks for, as GET /slots and POST /holds take it. */
export interface Wanted {
  service_id: string;
  channel: string;
  municipality_id: string;
  place_id?: string;
}

/** What opens an appointment. */
export type Link = Pick<ConfirmedAppointment, 'code' | 'manage_token'>;

/** What a citizen's browser does with the API; answers come as they are, so that tests can look at refusals too. */
export function citizenOf({ app }: Desk) {
  const headersOf = ({ token, headers }: Sent): Record<string, string> => ({ ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers });
  const from = ({ remoteAddress }: Sent) => (remoteAddress ? { remoteAddress } : {});

  /** A request as it is, with nothing added. */
  async function send(method: InjectOptions['method'] & string, path: string, { payload, ...sent }: Sent & { payload?: string | Buffer } = {}): Promise<LightMyRequestResponse> {
    return app.inject({ method: method as 'GET', url: base + path, headers: headersOf(sent), ...from(sent), ...(payload !== undefined && { payload }) });
  }

  async function get(path: string, sent: Sent = {}): Promise<LightMyRequestResponse> {
    return send('GET', path, sent);
  }

  async function post(path: string, body: unknown, sent: Sent = {}): Promise<LightMyRequestResponse> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': sent.key ?? newKey(), ...sent.headers };
    return send('POST', path, { ...sent, headers, payload: JSON.stringify(body) });
  }

  async function patch(path: string, body: unknown, sent: Sent = {}): Promise<LightMyRequestResponse> {
    const headers = { 'content-type': 'application/merge-patch+json', ...sent.headers };
    return send('PATCH', path, { ...sent, headers, payload: JSON.stringify(body) });
  }

  async function service(slug: string): Promise<ServicePage> {
    return (await get(`/services/${slug}`)).json<ServicePage>();
  }

  async function municipality(name = 'Mombercelli'): Promise<Municipality> {
    const found = (await get('/municipalities')).json<{ items: Municipality[] }>().items.find((one) => one.name === name);
    if (!found) throw new Error(`no comune ${name}`);
    return found;
  }

  async function questions({ service_id, channel }: Pick<Wanted, 'service_id' | 'channel'>): Promise<Question[]> {
    return (await service(service_id)).channels.find((one) => one.channel === channel)?.questions ?? [];
  }

  async function slots(wanted: object, fromDay = '2026-12-01', toDay = '2026-12-31'): Promise<Slots> {
    const query = new URLSearchParams({ ...(wanted as Record<string, string>), from: fromDay, to: toDay });
    return got<Slots>(await get(`/slots?${query}`), 200);
  }

  async function hold(wanted: object, startsAt: string, sent: Sent = {}): Promise<Hold> {
    return got<Hold>(await post('/holds', { ...wanted, starts_at: startsAt }, sent), 201);
  }

  /** What the form sends: every required question is answered. */
  async function application(hold: Pick<Hold, 'id' | 'service_id' | 'channel'>, changes: Body = {}, person: Body = {}): Promise<Body> {
    const union = (await get('/union')).json<{ privacy_notice: { version: string } }>();
    const required = (await questions(hold)).filter((question) => question.required);
    const reach = hold.channel === 'phone' || hold.channel === 'home' ? { phone: '+390141123456' } : {};
    return {
      hold_id: hold.id,
      answers: required.map((question) => ({ question_id: question.id, value: someAnswer(question) })),
      person: { given_name: 'Ada', family_name: 'Rossi', email: `${newKey()}@example.org`, ...reach, ...person },
      ...(hold.channel === 'home' && { home_address: { street: 'Via di Prova 1', postal_code: '14047', locality: 'Mombercelli' } }),
      privacy_notice_version: union.privacy_notice.version,
      ...changes,
    };
  }

  /** Confirms a hold with the changes made to a form that is right. */
  async function confirm(hold: Hold, changes: Body = {}, person: Body = {}, sent: Sent = {}): Promise<LightMyRequestResponse> {
    return post('/appointments', await application(hold, changes, person), { token: hold.token, ...sent });
  }

  /** Holds this start and confirms it. */
  async function bookAt(wanted: object, startsAt: string, changes: Body = {}, person: Body = {}): Promise<ConfirmedAppointment> {
    return got<ConfirmedAppointment>(await confirm(await hold(wanted, startsAt), changes, person), 201);
  }

  const verb = (name: string) => async (link: Link, body: Body, sent: Sent = {}) => post(`/appointments/${link.code}/${name}`, body, { token: link.manage_token, ...sent });

  return {
    send,
    get,
    post,
    patch,
    remove: (path: string, sent: Sent = {}) => send('DELETE', path, sent),
    service,
    municipality,
    questions,
    slots,
    hold,
    application,
    confirm,
    bookAt,
    move: verb('moves'),
    cancel: verb('cancellations'),

    async show({ code, manage_token }: Link): Promise<Appointment> {
      return got<Appointment>(await get(`/appointments/${code}`, { token: manage_token }), 200);
    },

    async wanted(slug = 'informazioni-scia', channel = 'video'): Promise<Wanted> {
      const page = await service(slug);
      const place = page.channels.find((one) => one.channel === channel)?.places[0];
      return { service_id: page.id, channel, municipality_id: (await municipality()).id, ...(channel === 'desk' && place && { place_id: place.id }) };
    },

    /** The free starts of these days, as they are on the wire. */
    async starts(wanted: object, fromDay: string, toDay = fromDay): Promise<string[]> {
      return (await slots(wanted, fromDay, toDay)).items.map(({ starts_at }) => starts_at);
    },

    /** Holds the n-th free start and confirms it. */
    async book(wanted: object, { nth = 0, changes = {} as Body, person = {} as Body, from: fromDay = '2026-12-01' } = {}): Promise<ConfirmedAppointment> {
      const start = (await slots(wanted, fromDay)).items[nth];
      if (!start) throw new Error('nothing is free');
      return bookAt(wanted, start.starts_at, changes, person);
    },
  };
}

/** The body of an answer that must have this status. */
export function got<Answer = ChangedAppointment>(answer: LightMyRequestResponse, status: number): Answer {
  if (answer.statusCode !== status) throw new Error(`${answer.statusCode} ${answer.body}`);
  return answer.json<Answer>();
}

/** The same without one of its members. */
export function without<Value extends object, Name extends string & keyof Value>(value: Value, name: Name): Omit<Value, Name> {
  return Object.fromEntries(Object.entries(value).filter(([member]) => member !== name)) as Omit<Value, Name>; // only that one is gone
}

/** What somebody would answer to a question. */
export function someAnswer({ kind, choices }: Pick<Question, 'kind' | 'choices'>): string | boolean {
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
