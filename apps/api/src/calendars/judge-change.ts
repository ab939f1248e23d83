import type { CalendarChange, Channel, OpeningRuleIn } from '@sportello/contract';
import { addDays, dayOfWeek, LONGEST_OPENING_MINUTES, localDay, openDays, openingPieces } from '@sportello/scheduling';
import type { Directory } from '../directory/directory.ts';
import { type FieldProblem, problem, type Said } from '../http/problems.ts';
import { isSameRule } from './changed-hours.ts';
import type { HoursChange, RuleContent } from './hours-change.ts';
import { type CalendarsHours, hoursOf, type HoursRows, type OpeningPurpose } from './hours-rows.ts';
import { type Purposes, purposesOf } from './purposes.ts';

/** Throws `validation` on the fields of a change that cannot be meant, before anything is looked up for it. */
export function judgeChange(directory: Directory, wire: CalendarChange, change: HoursChange, before: CalendarsHours): void {
  const errors = errorsOf(directory, wire, change, before);
  if (errors.length > 0) throw problem('validation', { errors });
}

/** Throws `validation` where a calendar would be open for longer than the rules of time can trace. */
export function judgeHours({ union: { timeZone } }: Directory, after: CalendarsHours, now: number): void {
  const today = localDay(timeZone, Math.floor(now / 60_000));
  const days = openDays(timeZone, today, addDays(today, 70), []);
  const isTooLong = (rows: HoursRows) => {
    const { rules: opening, exceptions } = hoursOf(rows);
    const pieces = openingPieces({ opening, exceptions }, days);
    return pieces.some((end, at) => at % 2 === 1 && end - (pieces[at - 1] ?? end) > LONGEST_OPENING_MINUTES);
  };
  if ([...after.values()].some(isTooLong)) throw problem('validation', { errors: [{ field: '/change', detail: say.tooLong }] });
}

function errorsOf(directory: Directory, wire: CalendarChange, change: HoursChange, before: CalendarsHours): FieldProblem[] {
  switch (wire.kind) {
    case 'absence':
      return change.kind === 'absence' && change.endsAt <= change.startsAt ? [{ field: '/change/ends_at', detail: say.endFirst }] : [];
    case 'end_absence':
      return isImported(wire.absence_id, before) ? [{ field: '/change/absence_id', detail: say.imported }] : [];
    case 'rules':
      return change.kind === 'rules' ? wire.rules.flatMap((rule, index) => rulesErrors(directory, { rule, content: change.rules[index], field: `/change/rules/${index}` }, before)) : [];
    case 'exception':
      return change.kind === 'exception' ? exceptionErrors(directory, wire, change, before) : [];
    case 'copy_week':
      return weekErrors(wire);
    case 'copy_rules':
      return change.kind === 'copy_rules' ? copyErrors(directory, wire, change.rules, before) : [];
  }
}

interface Written {
  readonly rule: OpeningRuleIn;
  readonly content: RuleContent | undefined;
  readonly field: string;
}

function rulesErrors(directory: Directory, { rule, content, field }: Written, before: CalendarsHours): FieldProblem[] {
  const { recurrence } = rule;
  const at = (name: string, detail: Said): FieldProblem => ({ field: `${field}/${name}`, detail });
  const errors: FieldProblem[] = [];
  if (rule.end_minute <= rule.start_minute) errors.push(at('end_minute', say.endFirst));
  if (rule.first_day && rule.last_day && rule.last_day < rule.first_day) errors.push(at('last_day', say.lastDayFirst));
  if (recurrence.kind === 'nth_weekday' && recurrence.n === 0) errors.push(at('recurrence/n', say.noSuchWeek));
  if (recurrence.kind === 'weekly' && recurrence.every_weeks > 1 && !rule.first_day) errors.push(at('first_day', say.firstDayNeeded));
  if (!content) return errors;
  // What a calendar has already may stay, also where its place or service was given up meanwhile.
  const isNew = ({ rules }: HoursRows) => !rules.some((row) => isSameRule(row, content));
  const ofNew = [...before.values()].filter(isNew).flatMap(({ calendarId }) => purposeErrors(purposesOf(directory, calendarId), content, field));
  return [...errors, ...firstOfEach(ofNew)];
}

function exceptionErrors(directory: Directory, wire: Extract<CalendarChange, { kind: 'exception' }>, { exception }: Extract<HoursChange, { kind: 'exception' }>, before: CalendarsHours): FieldProblem[] {
  const errors: FieldProblem[] = wire.exception && wire.exception.day !== wire.day ? [{ field: '/change/exception/day', detail: say.otherDay }] : [];
  for (const [index, part] of (exception?.opening ?? []).entries()) {
    const field = `/change/exception/opening/${index}`;
    if (part.end <= part.start) errors.push({ field: `${field}/end_minute`, detail: say.endFirst });
    const purpose = { ...part, serviceIds: part.serviceIds ?? null };
    errors.push(...firstOfEach([...before.keys()].flatMap((id) => purposeErrors(purposesOf(directory, id), purpose, field))));
  }
  return errors;
}

/** The last week whose days all have a text. */
const lastMonday = '9999-12-20';

function weekErrors({ from_monday: from, to_monday: to }: Extract<CalendarChange, { kind: 'copy_week' }>): FieldProblem[] {
  const errors: FieldProblem[] = [];
  if (dayOfWeek(from) !== 1) errors.push({ field: '/change/from_monday', detail: say.noMonday });
  if (dayOfWeek(to) !== 1) errors.push({ field: '/change/to_monday', detail: say.noMonday });
  if (from === to) errors.push({ field: '/change/to_monday', detail: say.sameWeek });
  if (from > lastMonday || to > lastMonday) errors.push({ field: '/change/to_monday', detail: say.tooFar });
  return errors;
}

/** A colleague who is not needed for the services, or does not receive at the places, cannot keep these hours. */
function copyErrors(directory: Directory, wire: Extract<CalendarChange, { kind: 'copy_rules' }>, rules: readonly RuleContent[], before: CalendarsHours): FieldProblem[] {
  return wire.calendar_ids.flatMap((id, index) => {
    const field = `/change/calendar_ids/${index}`;
    if (id === wire.from_calendar_id) return [{ field, detail: say.sameCalendar }];
    const purposes = purposesOf(directory, id);
    const known = before.get(id)?.rules ?? [];
    const doesNotFit = rules.some((rule) => !known.some((row) => isSameRule(row, rule)) && purposeErrors(purposes, rule, field).length > 0);
    return doesNotFit ? [{ field, detail: doesNotKeep(directory.calendars.get(id)?.name ?? '') }] : [];
  });
}

function purposeErrors(purposes: Purposes, { channels, placeId, serviceIds }: OpeningPurpose, field: string): FieldProblem[] {
  const errors: FieldProblem[] = [];
  const isUnknown = (known: readonly string[], wanted: readonly string[] | null) => wanted?.some((one) => !known.includes(one)) ?? false;
  if (isUnknown(purposes.channels satisfies readonly Channel[], channels)) errors.push({ field: `${field}/channels`, detail: say.otherChannel });
  if (placeId !== null && !purposes.placeIds.includes(placeId)) errors.push({ field: `${field}/place_id`, detail: say.otherPlace });
  if (isUnknown(purposes.serviceIds, serviceIds)) errors.push({ field: `${field}/service_ids`, detail: say.otherService });
  return errors;
}

/** One line a field, however many calendars it is wrong for. */
function firstOfEach(errors: readonly FieldProblem[]): FieldProblem[] {
  return [...new Map(errors.toReversed().map((error) => [error.field, error])).values()].toReversed();
}

function isImported(absenceId: string, before: CalendarsHours): boolean {
  return [...before.values()].some(({ absences }) => absences.some(({ id, source }) => id === absenceId && source !== null));
}

function doesNotKeep(name: string): Said {
  return { it: `${name} non ha gli stessi servizi, modalità o sedi: questi orari non vanno bene.`, en: `${name} does not have the same services, channels or places: these hours do not fit.` };
}

const say = {
  endFirst: { it: 'La fine viene dopo l’inizio: controlla gli orari.', en: 'The end comes after the start: check the times.' },
  lastDayFirst: { it: 'L’ultimo giorno viene prima del primo.', en: 'The last day comes before the first.' },
  noSuchWeek: { it: 'Scegli dalla prima alla quinta settimana del mese, o l’ultima.', en: 'Choose the first to the fifth week of the month, or the last.' },
  firstDayNeeded: { it: 'Indica il primo giorno, da cui si contano le settimane.', en: 'Say the first day, from which the weeks are counted.' },
  otherDay: { it: 'Il giorno non è quello della modifica.', en: 'The day is not that of the change.' },
  noMonday: { it: 'Scegli un lunedì.', en: 'Choose a Monday.' },
  sameWeek: { it: 'Scegli un’altra settimana.', en: 'Choose another week.' },
  tooFar: { it: 'Questa settimana è troppo lontana.', en: 'This week is too far ahead.' },
  sameCalendar: { it: 'È l’agenda da cui si copia.', en: 'This is the calendar that is copied from.' },
  otherChannel: { it: 'Questa agenda non riceve in questa modalità.', en: 'This calendar does not receive this way.' },
  otherPlace: { it: 'Questa agenda non riceve in questa sede.', en: 'This calendar does not receive at this place.' },
  otherService: { it: 'Questa agenda non serve per questo servizio.', en: 'This calendar does not serve this service.' },
  imported: { it: 'Questa assenza viene da un calendario esterno: cambiala lì.', en: 'This absence comes from a calendar elsewhere: change it there.' },
  tooLong: { it: 'Così l’agenda resterebbe aperta per più di due giorni di fila: lascia una pausa.', en: 'The calendar would stay open for more than two days on end: leave a break.' },
} as const satisfies Record<string, Said>;
