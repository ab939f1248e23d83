import type { HolidaysContent } from './shape.ts';

/**
 * National holidays on which offices close: law 260/1949, article 2, as amended. 1950 is its first whole year; the Epiphany
 * came back in 1986 and 2 June in 2001, after some years as working days; 4 October holds from 2026 (law 151/2025).
 * The patron day belongs to the municipality, not to this list.
 */
export const holidays: HolidaysContent = {
  fixed: [
    { day: '01-01', name: { it: 'Capodanno', en: "New Year's Day" }, fromYear: 1950 },
    { day: '01-06', name: { it: 'Epifania', en: 'Epiphany' }, fromYear: 1986 },
    { day: '04-25', name: { it: 'Anniversario della Liberazione', en: 'Liberation Day' }, fromYear: 1950 },
    { day: '05-01', name: { it: 'Festa del lavoro', en: 'Labour Day' }, fromYear: 1950 },
    { day: '06-02', name: { it: 'Festa della Repubblica', en: 'Republic Day' }, fromYear: 2001 },
    { day: '08-15', name: { it: 'Assunzione (Ferragosto)', en: 'Assumption Day (Ferragosto)' }, fromYear: 1950 },
    { day: '10-04', name: { it: "San Francesco d'Assisi", en: 'Saint Francis of Assisi' }, fromYear: 2026 },
    { day: '11-01', name: { it: 'Ognissanti', en: "All Saints' Day" }, fromYear: 1950 },
    { day: '12-08', name: { it: 'Immacolata Concezione', en: 'Immaculate Conception' }, fromYear: 1950 },
    { day: '12-25', name: { it: 'Natale', en: 'Christmas Day' }, fromYear: 1950 },
    { day: '12-26', name: { it: 'Santo Stefano', en: "Saint Stephen's Day" }, fromYear: 1950 },
  ],
  movable: [
    { daysAfterEaster: 0, name: { it: 'Pasqua', en: 'Easter Sunday' }, fromYear: 1950 },
    { daysAfterEaster: 1, name: { it: "Lunedì dell'Angelo", en: 'Easter Monday' }, fromYear: 1950 },
  ],
};
