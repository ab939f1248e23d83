import type { ContentOf } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { contentOf, type Kind } from './kind.ts';
import { naming } from './references.ts';

type Content = ContentOf<'worked_holiday'>;

const twice = { it: 'Questo giorno c’è già.', en: 'This day is there already.' };

/** A holiday on which we work all the same. */
export const workedHoliday: Kind<Content> = {
  read: ({ workedHolidays }) =>
    new Map(
      workedHolidays
        .toSorted((one, other) => (one.day < other.day ? -1 : 1))
        .map(({ id, day, municipalityId }) => [id, { state: 'used', content: contentOf<Content>({ kind: 'worked_holiday', day, municipality_id: municipalityId }) }]),
    ),
  title: ({ day }) => day,
  references: ({ municipality_id }) => naming('municipality', municipality_id, '/municipality_id'),
  judge({ day, municipality_id }, { rows, id }) {
    const isThere = rows.workedHolidays.some((row) => row.id !== id && row.day === day && row.municipalityId === (municipality_id ?? null));
    return isThere ? [{ field: '/day', detail: twice }] : [];
  },
  async write(tx, { workedHolidays }, { id, content: { day, municipality_id } }) {
    const values = { day, municipalityId: municipality_id ?? null };
    await tx.insert(workedHolidays).values({ id, ...values }).onConflictDoUpdate({ target: workedHolidays.id, set: values });
  },
  async remove(tx, { workedHolidays }, id) {
    await tx.delete(workedHolidays).where(eq(workedHolidays.id, id));
  },
};
