import { addDays } from '@sportello/scheduling';
import type { Localized } from '../database/schema.ts';

/** A national holiday: offices are closed, whatever their rules say. */
export interface Holiday {
  /** `2026-04-06` */
  readonly day: string;
  readonly name: Localized;
}

interface FixedHoliday {
  /** Month and day, `12-25`. */
  readonly monthDay: string;
  readonly name: Localized;
  /** The first year in which it is a holiday; left out: longer than this product exists. */
  readonly fromYear?: number;
}

/** Law 260/1949, article 2, as amended by law 151/2025 (4 October). */
const fixedHolidays: readonly FixedHoliday[] = [
  { monthDay: '01-01', name: { it: 'Capodanno', en: "New Year's Day" } },
  { monthDay: '01-06', name: { it: 'Epifania', en: 'Epiphany' } },
  { monthDay: '04-25', name: { it: 'Anniversario della Liberazione', en: 'Liberation Day' } },
  { monthDay: '05-01', name: { it: 'Festa del lavoro', en: 'Labour Day' } },
  { monthDay: '06-02', name: { it: 'Festa della Repubblica', en: 'Republic Day' } },
  { monthDay: '08-15', name: { it: 'Assunzione (Ferragosto)', en: 'Assumption Day (Ferragosto)' } },
  { monthDay: '10-04', name: { it: "San Francesco d'Assisi", en: 'Saint Francis of Assisi' }, fromYear: 2026 },
  { monthDay: '11-01', name: { it: 'Ognissanti', en: "All Saints' Day" } },
  { monthDay: '12-08', name: { it: 'Immacolata Concezione', en: 'Immaculate Conception' } },
  { monthDay: '12-25', name: { it: 'Natale', en: 'Christmas Day' } },
  { monthDay: '12-26', name: { it: 'Santo Stefano', en: "Saint Stephen's Day" } },
];

/** The national holidays of a year (1583 to 9999), by day. The patron day is not here: it belongs to a comune. */
export function holidaysOf(year: number): Holiday[] {
  const easter = easterOf(year);
  const fixed = fixedHolidays
    .filter(({ fromYear = 0 }) => fromYear <= year)
    .map(({ monthDay, name }) => ({ day: `${year}-${monthDay}`, name }));
  const movable: Holiday[] = [
    { day: easter, name: { it: 'Pasqua', en: 'Easter Sunday' } },
    { day: addDays(easter, 1), name: { it: "Lunedì dell'Angelo", en: 'Easter Monday' } },
  ];
  return [...fixed, ...movable].sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** Easter Sunday of a year, `2026-04-05`: the Gregorian computus of Meeus, Jones and Butcher, in their letters. */
export function easterOf(year: number): string {
  const a = year % 19; // place in the cycle of Meton
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30; // days from 21 March to the paschal full moon
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7; // days from there to the Sunday, less one
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return addDays(`${year}-03-22`, h + l - 7 * m);
}
