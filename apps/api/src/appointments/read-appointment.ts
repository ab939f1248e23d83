import type { Database, Reader, Writer } from '../database/database.ts';
import type { Appointment } from './appointment.ts';
import { appointmentQueries, type Person } from './queries.ts';

/** Who asked for an appointment. */
export type Requester = Person;

/** An appointment as it is now, whoever asks: what they may see is for the caller to judge. null: there is none. */
export function readAppointment(reader: Reader | Writer, tables: Database['tables'], id: string): Promise<Appointment | null> {
  return appointmentQueries(tables).byId(reader, id);
}

/** Who asked for it; null for a hold. */
export function readRequester(reader: Reader | Writer, tables: Database['tables'], id: string): Promise<Requester | null> {
  return appointmentQueries(tables).requester(reader, id);
}
