import { and, asc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';

/** A row of files: whose it is, what it is called and where its content lies. */
export type StoredRow = Readonly<Tables['files']['$inferSelect']>;

const ofAppointment = ({ files }: Tables, appointmentId: string) => and(eq(files.ownerKind, 'appointment'), eq(files.ownerId, appointmentId));

/** The papers of an appointment, or of the hold that it was; the oldest first. */
export function filesOf(reader: Reader | Writer, tables: Tables, appointmentId: string): Promise<StoredRow[]> {
  return reader.select().from(tables.files).where(ofAppointment(tables, appointmentId)).orderBy(asc(tables.files.id));
}

/** One of them; null: it is none of this appointment's, whether or not it is one of another. */
export async function fileOf(reader: Reader | Writer, tables: Tables, appointmentId: string, fileId: string): Promise<StoredRow | null> {
  const [row] = await reader.select().from(tables.files).where(and(ofAppointment(tables, appointmentId), eq(tables.files.id, fileId)));
  return row ?? null;
}
