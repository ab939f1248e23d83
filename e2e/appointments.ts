import { ApiProblem, call, type CallInput, type CallOutput, confirmHold, findSlots, holdSlot, listMunicipalities, showService, showStatus, showUnion, type Channel, type ConfirmedAppointment, type Language } from '@sportello/contract';

type Confirmed = CallInput<typeof confirmHold>['body'];

interface Wish {
  readonly baseURL: string | undefined;
  readonly service?: string;
  readonly channel?: Channel;
  readonly email?: string;
  /** Who books, where it is not Ada Rossi; and for whom. */
  readonly person?: Partial<Confirmed['person']>;
  readonly onBehalfOf?: Confirmed['on_behalf_of'];
  /** How many days ahead at least. */
  readonly daysAhead?: number;
  /** Of the messages. */
  readonly language?: Language;
}

const oneDay = 24 * 60 * 60_000;

/** Books the first free time through the API, as the website of a comune would. */
export async function bookAppointment({ baseURL, service: slug = 'informazioni-scia', channel = 'video', email = `${crypto.randomUUID()}@example.org`, person: who = {}, onBehalfOf = null, daysAhead = 5, language = 'it' }: Wish): Promise<ConfirmedAppointment> {
  const base = `${baseURL}/api/v1`;
  const [service, { items: comuni }, { privacy_notice }, { time }] = await Promise.all([
    call(showService, { base, params: { id: slug } }),
    call(listMunicipalities, { base, querystring: {} }),
    call(showUnion, { base }),
    call(showStatus, { base }),
  ]);
  const rules = service.channels.find((one) => one.channel === channel);
  const comune = comuni.find(({ name }) => name === 'Mombercelli');
  if (!rules || !comune) throw new Error(`${slug} cannot be booked by ${channel}`);

  const wanted = { service_id: service.id, channel, municipality_id: comune.id, ...(rules.places[0] && { place_id: rules.places[0].id }) };
  const day = (days: number) => new Date(Date.parse(time) + days * oneDay).toISOString().slice(0, 10);
  const { items: slots } = await call(findSlots, { base, querystring: { ...wanted, from: day(daysAhead), to: day(daysAhead + 40) } });
  const hold = await holdFirst(base, wanted, slots.map(({ starts_at }) => starts_at));
  const answers = rules.questions.filter(({ required }) => required).map(({ id, kind, choices }) => ({ question_id: id, value: kind === 'yes_no' ? false : kind === 'date' ? day(90) : (choices[0]?.value ?? 'Una prova') }));
  const person = { given_name: 'Ada', family_name: 'Rossi', email, phone: '+390141123456', ...who };
  return call(confirmHold, { base, token: hold.token, body: { hold_id: hold.id, person, on_behalf_of: onBehalfOf, answers, language, privacy_notice_version: privacy_notice.version } });
}

/** The first of these starts that no other journey takes at this moment. */
async function holdFirst(base: string, wanted: Omit<CallInput<typeof holdSlot>['body'], 'starts_at'>, starts: readonly string[]): Promise<CallOutput<typeof holdSlot>> {
  for (const starts_at of starts) {
    try {
      return await call(holdSlot, { base, body: { ...wanted, starts_at } });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problemName !== 'slot-taken') throw error;
    }
  }
  throw new Error('nothing is free');
}
