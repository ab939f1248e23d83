import type { ContentOf } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { contentOf, isArchived, type Kind } from './kind.ts';
import { naming } from './references.ts';

type Content = ContentOf<'calendar'>;

const sameName = { it: 'C’è già un’agenda con questo nome.', en: 'There is a calendar of this name already.' };
const thingOfSomebody = { it: 'L’agenda di una cosa non è di nessuno.', en: 'The calendar of a thing is nobody’s.' };
const noOffice = { it: 'Indica l’ufficio in cui lavora.', en: 'Say in which office they work.' };

/** The time of somebody, or of a thing. Its hours are the desk's to change, its past stays with it. */
export const calendar: Kind<Content> = {
  read: (rows) =>
    new Map(
      rows.calendars
        .toSorted((one, other) => one.name.localeCompare(other.name, 'it'))
        .map((row) => [row.id, { state: isArchived(row), content: contentOf<Content>({ kind: 'calendar', name: row.name, of: row.kind, office_id: row.officeId, staff_id: row.staffId }) }]),
    ),
  title: ({ name }) => name,
  references: ({ office_id }) => naming('office', office_id, '/office_id'),
  judge({ name, of, office_id, staff_id }, { rows, id }) {
    return [
      ...(rows.calendars.some((row) => row.name === name && row.id !== id && row.archivedAt === null) ? [{ field: '/name', detail: sameName }] : []),
      ...(of === 'operator' && office_id === undefined ? [{ field: '/office_id', detail: noOffice }] : []),
      ...(of === 'thing' && staff_id !== undefined ? [{ field: '/staff_id', detail: thingOfSomebody }] : []),
    ];
  },
  async write(tx, { calendars }, { id, content: { name, of, office_id, staff_id } }) {
    const values = { name, kind: of, officeId: office_id ?? null, staffId: staff_id ?? null };
    await tx.insert(calendars).values({ id, ...values }).onConflictDoUpdate({ target: calendars.id, set: values });
  },
  async remove(tx, { calendars, openingRules, openingExceptions, absences, channelCalendars }, id) {
    for (const table of [openingRules, openingExceptions, absences, channelCalendars]) await tx.delete(table).where(eq(table.calendarId, id));
    await tx.delete(calendars).where(eq(calendars.id, id));
  },
};
