import type { CalendarChange } from '@sportello/contract';
import { parseInstant } from '@sportello/scheduling';
import { changeFromWire } from '../../calendars/hours-change.ts';
import { addHoursVersion } from '../../calendars/hours-history.ts';
import { type CalendarsHours, type HoursRows, raiseRulesRevision, readHoursRows, writeHoursRows } from '../../calendars/hours-rows.ts';
import { hoursAfter } from '../../calendars/save-change.ts';
import type { Database, Writer } from '../../database/database.ts';
import type { Directory } from '../../directory/directory.ts';
import { canonicalJson } from '../../http/blank-fields.ts';
import { ProblemError, type Said } from '../../http/problems.ts';
import { hoursOnDocument } from './hours-on-document.ts';
import type { HoursRow } from './read-document.ts';
import type { RowProblem } from './row-problems.ts';

export interface ImportedHours {
  readonly changed: number;
  readonly unchanged: number;
  readonly problems: readonly RowProblem[];
}

interface Importing {
  readonly staffId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const noCalendar: Said = { it: 'Questa agenda non c’è.', en: 'There is no such calendar.' };
const twice: Said = { it: 'Gli orari di questa agenda sono già nel documento.', en: 'The hours of this calendar are in the document already.' };

/**
 * Gives calendars the hours of a document in place of theirs, by the changes that an official would make; what was read from
 * a calendar elsewhere stays. Where something is wrong the caller takes the write back.
 */
export async function importHours(tx: Writer, { tables, touchCalendars }: Pick<Database, 'tables' | 'touchCalendars'>, directory: Directory, rows: readonly HoursRow[], { staffId, now }: Importing): Promise<ImportedHours> {
  const ids = [...new Set(rows.map(({ calendar_id }) => calendar_id))].filter((id) => directory.calendars.has(id)).sort();
  await touchCalendars(tx, ids);
  const present = await readHoursRows(tx, tables, ids, now);
  const problems: RowProblem[] = [];
  const changed = new Map<string, { readonly from: HoursRows; readonly to: HoursRows }>();
  for (const [index, wanted] of rows.entries()) {
    const from = present.get(wanted.calendar_id);
    const isTwice = rows.findIndex(({ calendar_id }) => calendar_id === wanted.calendar_id) < index;
    if (!from || isTwice) {
      problems.push({ list: 'hours', row: wanted.row, field: '/calendar_id', detail: from ? twice : noCalendar });
      continue;
    }
    const outcome = applied(directory, from, wanted, now);
    if ('problems' in outcome) problems.push(...outcome.problems.map((problem) => ({ list: 'hours' as const, row: wanted.row, ...problem })));
    else if (canonicalJson(hoursOnDocument(directory, from)) !== canonicalJson(hoursOnDocument(directory, outcome.to))) changed.set(wanted.calendar_id, { from, to: outcome.to });
  }
  if (problems.length > 0) return { changed: 0, unchanged: 0, problems };
  for (const { from, to } of changed.values()) await writeHoursRows(tx, tables, from, to);
  await raiseRulesRevision(tx, tables, [...changed.keys()]);
  for (const { from, to } of changed.values()) await addHoursVersion(tx, tables, { action: 'import', before: from, after: to, staffId, at: now });
  return { changed: changed.size, unchanged: rows.length - changed.size, problems };
}

type Applied = { readonly to: HoursRows } | { readonly problems: readonly { readonly field: string; readonly detail: Said }[] };

function applied(directory: Directory, from: HoursRows, wanted: HoursRow, now: number): Applied {
  let hours: CalendarsHours = new Map([[from.calendarId, from]]);
  const problems: { field: string; detail: Said }[] = [];
  for (const { change, field } of changesTo(directory, from, wanted)) {
    try {
      hours = hoursAfter(directory, change, changeFromWire(change, []), hours, now);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...(error.members.errors ?? []).map((problem) => ({ field: problem.field.replace(/^\/change(\/exception|\/rules)?/, field), detail: problem.detail })));
    }
  }
  return problems.length > 0 ? { problems } : { to: hours.get(from.calendarId) ?? from };
}

interface Step {
  readonly change: CalendarChange;
  /** Where in the row what it says stands. */
  readonly field: string;
}

/** From the hours as they are to those that are wanted. */
function changesTo(directory: Directory, from: HoursRows, wanted: HoursRow): Step[] {
  const ids = [from.calendarId];
  const own = hoursOnDocument(directory, from);
  const days = new Set(wanted.exceptions.map(({ day }) => day));
  const isWanted = ({ startsAt, endsAt }: HoursRows['absences'][number]) => wanted.absences.some((absence) => parseInstant(absence.starts_at) === startsAt && parseInstant(absence.ends_at) === endsAt);
  const isThere = (absence: HoursRow['absences'][number]) => from.absences.some(({ startsAt, endsAt, source }) => source === null && startsAt === parseInstant(absence.starts_at) && endsAt === parseInstant(absence.ends_at));
  return [
    { change: { kind: 'rules', calendar_ids: ids, rules: wanted.rules }, field: '/rules' },
    ...own.exceptions.filter(({ day }) => !days.has(day)).map(({ day }): Step => ({ change: { kind: 'exception', calendar_ids: ids, day, exception: null }, field: '/exceptions' })),
    ...wanted.exceptions.map((exception, index): Step => ({ change: { kind: 'exception', calendar_ids: ids, day: exception.day, exception }, field: `/exceptions/${index}` })),
    ...from.absences.filter((absence) => absence.source === null && !isWanted(absence)).map(({ id }): Step => ({ change: { kind: 'end_absence', absence_id: id }, field: '/absences' })),
    ...wanted.absences.flatMap((absence, index): Step[] => (isThere(absence) ? [] : [{ change: { kind: 'absence', calendar_ids: ids, ...absence }, field: `/absences/${index}` }])),
  ];
}
