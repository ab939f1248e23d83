import { type DocumentLogo, documentFormat, documentVersion, recordKinds, type UnionDocument } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { instantWriter } from '../../appointments/wire.ts';
import { readHoursRows } from '../../calendars/hours-rows.ts';
import type { Database } from '../../database/database.ts';
import { directoryOf } from '../../directory/picture.ts';
import { type DirectoryRows, readDirectoryRows } from '../../directory/read-rows.ts';
import { recordsIn } from '../records/kinds.ts';
import { hoursOnDocument } from './hours-on-document.ts';

/** All that the union decided, as one document. Of the hours what is not over; why somebody is away is nobody else's business. */
export async function writeDocument(database: Database, { now, version }: { readonly now: number; readonly version: string }): Promise<UnionDocument> {
  const rows = await readDirectoryRows(database);
  const directory = directoryOf(rows, now);
  const hours = await readHoursRows(database.read, database.tables, [...directory.calendars.keys()], now);
  return {
    format: documentFormat,
    version: documentVersion,
    written_at: instantWriter(directory)(now),
    written_by: version,
    records: recordKinds.flatMap((kind) => [...recordsIn(rows, kind)].map(([id, { state, content }]) => ({ id, state, content }))),
    logos: await readLogos(database, rows),
    hours: [...hours.values()].map((ofCalendar) => hoursOnDocument(directory, ofCalendar)).filter(({ rules, exceptions, absences }) => rules.length + exceptions.length + absences.length > 0),
  };
}

/** The picture that the union shows; those of its history stay here. */
async function readLogos({ read, tables: { logos } }: Database, { unions }: DirectoryRows): Promise<DocumentLogo[]> {
  const rows = await read.select().from(logos).where(eq(logos.id, unions[0]?.logoId ?? ''));
  return rows.map(({ id, content }) => ({ id, content: content.toString('base64') }));
}
