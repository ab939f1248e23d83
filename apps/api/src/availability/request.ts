import type { Channel } from '@sportello/contract';
import type { ChannelRules, Directory, Place, Service } from '../directory/directory.ts';
import { invalid } from '../http/problems.ts';

/** What somebody wants to book, with everything looked up. `places` are those where it may happen; [null] outside a desk. */
export interface BookingRequest {
  readonly service: Service;
  readonly rules: ChannelRules;
  readonly municipalityId: string;
  readonly places: readonly (string | null)[];
  /** Citizens are offered what is open to them, who was invited whatever is published; the desk too, without notice and horizon. */
  readonly asker: 'citizen' | 'invited' | 'desk';
}

interface Asked {
  readonly service_id: string;
  readonly channel: Channel;
  readonly municipality_id: string;
  readonly place_id?: string | null | undefined;
  readonly operator_id?: string | null | undefined;
}

/**
 * Looks up what was asked; throws a `validation` problem on the first id that is not known or does not go with the rest.
 * `fieldOf` names the fields: query parameters, or JSON pointers into a body.
 */
export function lookUp(directory: Directory, asked: Asked, fieldOf: (name: string) => string): BookingRequest {
  const service = directory.services.get(asked.service_id);
  if (service?.state !== 'published') throw invalid(fieldOf('service_id'), { it: 'Questo servizio non esiste.', en: 'There is no such service.' });
  const rules = service.channels.get(asked.channel);
  if (!rules) throw invalid(fieldOf('channel'), { it: 'Il servizio non è offerto in questa modalità.', en: 'The service is not offered this way.' });
  if (!directory.municipalities.has(asked.municipality_id)) throw invalid(fieldOf('municipality_id'), { it: 'Questo comune non esiste.', en: 'There is no such comune.' });
  const places = placesOf(rules, asked.place_id ?? null, fieldOf('place_id'));
  const request: BookingRequest = { service, rules, municipalityId: asked.municipality_id, places, asker: 'citizen' };
  return asked.operator_id ? withChosenOperator(request, asked.operator_id, fieldOf('operator_id')) : request;
}

/** The person chose with whom, where the service lets people choose. */
function withChosenOperator(request: BookingRequest, operatorId: string, field: string): BookingRequest {
  const { personMayChoose, needs } = request.rules;
  if (personMayChoose && needs[0]?.includes(operatorId)) return onCalendar(request, operatorId);
  throw invalid(field, { it: 'Per questo servizio non si può scegliere questa persona.', en: 'This person cannot be chosen for this service.' });
}

/** The same request, where the first need that this calendar can meet is met by no other. It must meet one. */
export function onCalendar(request: BookingRequest, calendarId: string): BookingRequest {
  const { needs } = request.rules;
  const narrowed = needs.findIndex((need) => need.includes(calendarId));
  return { ...request, rules: { ...request.rules, needs: needs.map((need, index) => (index === narrowed ? [calendarId] : need)) } };
}

/** The same request as somebody asks it who was invited. */
export function forInvited(request: BookingRequest): BookingRequest {
  return { ...request, asker: 'invited' };
}

/** The desk looks as far ahead as hours are worth laying out, which is farther than anybody books. */
const deskHorizonDays = 3 * 366;

/** The same request as the desk asks it. */
export function forDesk(request: BookingRequest): BookingRequest {
  return { ...request, asker: 'desk', rules: { ...request.rules, noticeMinutes: 0, horizonDays: deskHorizonDays } };
}

/** Where it may happen: the place that is named, or all of them; throws a `validation` problem for one that does not go with it. */
export function placesOf({ channel, placeIds }: ChannelRules, placeId: string | null, field: string): readonly (string | null)[] {
  if (channel !== 'desk') {
    if (placeId !== null) throw invalid(field, { it: 'La sede si indica solo per lo sportello.', en: 'A place is named for the desk only.' });
    return [null];
  }
  if (placeId === null) return placeIds.toSorted();
  if (!placeIds.includes(placeId)) throw invalid(field, { it: 'Il servizio non riceve in questa sede.', en: 'The service does not receive at this place.' });
  return [placeId];
}

/** The one place of a booking: a desk must name it. */
export function placeOf({ rules, places }: BookingRequest, placeId: string | null | undefined, field: string): Place['id'] | null {
  if (rules.channel !== 'desk') return null;
  if (!placeId) throw invalid(field, { it: 'Scegli la sede.', en: 'Choose the place.' });
  return places[0] ?? null;
}
