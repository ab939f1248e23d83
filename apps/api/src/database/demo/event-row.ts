import { newId } from '../id.ts';
import type { EventKind, Tables } from '../schema.ts';

type Row = Tables['events']['$inferInsert'];
type Happened = Pick<Tables['appointments']['$inferSelect'], 'id' | 'serviceId' | 'channel' | 'officeId' | 'municipalityId' | 'placeId'>;

/** Something that happened to an appointment of the demo. */
export function eventRow(
  { id, serviceId, channel, officeId, municipalityId, placeId }: Happened,
  what: { kind: EventKind; at: number; actor: 'citizen' | 'staff'; newStartsAt?: number },
): Row {
  return { id: newId(), ...what, appointmentId: id, serviceId, channel, officeId, municipalityId, placeId };
}
