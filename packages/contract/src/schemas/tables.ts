import * as Type from 'typebox';
import { Day, Id, oneOf } from './common.ts';

const closed = { additionalProperties: false } as const;

/** How a table is written: for any program, or as a workbook with dates and numbers of its own. */
export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

export const tableFormat = Type.Optional(oneOf(tableFormats, 'csv: UTF-8 with a byte order mark, cells apart by semicolons, decimals with a comma; xlsx: a workbook (ECMA-376). csv where it is left out'));

/** A file, as an attachment. */
export const TableFile = Type.Unsafe<Blob>({ description: 'The table, as an attachment' });

/** Why people are named in a table that leaves the desk. */
const reason = Type.String({ format: 'line', minLength: 3, maxLength: 300, description: 'What it is needed for; written into the trail' });

export const AppointmentTableRequest = Type.Object(
  {
    /** Days of the appointments, both included; a year at most. */
    from: Day,
    to: Day,
    office_id: Type.Optional(Id),
    service_id: Type.Optional(Id),
    format: tableFormat,
    /** Left out: nobody is named. */
    with_people: Type.Optional(Type.Object({ reason }, closed)),
  },
  closed,
);

export type AppointmentTableRequest = Type.Static<typeof AppointmentTableRequest>;
