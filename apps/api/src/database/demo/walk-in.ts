import { randomBytes } from 'node:crypto';
import { makeAppointmentCode } from '@sportello/contract';
import { newId } from '../id.ts';
import type { Tables } from '../schema.ts';
import { bookingRulesOf } from './booking-rules.ts';
import { eventRow } from './event-row.ts';
import type { DemoDesk } from './free-starts.ts';

/** So long ago somebody came. */
const waiting = 12 * 60_000;

/** Somebody who came without an appointment, and waits: to the first counter of the demo where everything is asked. */
export function walkInRows({ content, ids, now }: DemoDesk, number: number) {
  const service = content.services.find(({ office, channels }) => office === 'punto-risposte' && channels.some(({ channel }) => channel === 'desk'));
  const channel = service?.channels.find((one) => one.channel === 'desk');
  const [municipality] = content.municipalities;
  if (!service || !channel || !municipality) return null;
  const at = now - waiting;
  const [place] = channel.places ?? [];
  const person = { id: newId(), kind: 'natural', givenName: 'Persona', familyName: `Dimostrativa ${number}`, language: 'it', createdAt: at } satisfies Tables['people']['$inferInsert'];
  const { durationMinutes, moveCutoffMinutes, cancelCutoffMinutes } = bookingRulesOf(channel);
  const appointment = {
    id: newId(),
    code: makeAppointmentCode(randomBytes).replace('-', ''),
    state: 'arrived',
    serviceId: ids.service(service.key),
    serviceChannelId: ids.serviceChannel(`${service.key} desk`),
    officeId: ids.office(service.office),
    channel: 'desk',
    municipalityId: ids.municipality(municipality.key),
    placeId: place ? ids.place(place) : null,
    durationMinutes,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    moveCutoffMinutes,
    cancelCutoffMinutes,
    releaseDelayMinutes: 0,
    moderated: false,
    priceCents: 0,
    textsVersion: 1,
    retentionMonths: 12,
    language: 'it',
    arrivedAt: at,
    createdAt: at,
    changedAt: at,
  } satisfies Tables['appointments']['$inferInsert'];
  return { person, appointment, event: eventRow(appointment, { kind: 'walked-in', at, actor: 'staff' }) };
}
