/** A part of a calendar file: its lines, unfolded, without anything that does not say when. */
export interface Part {
  readonly kind: 'VEVENT' | 'VFREEBUSY' | 'VTIMEZONE';
  readonly lines: readonly string[];
}

const kinds: readonly string[] = ['VEVENT', 'VFREEBUSY', 'VTIMEZONE'];
const insideZone: readonly string[] = ['STANDARD', 'DAYLIGHT'];

const kept = new Set([
  'UID', 'DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID', 'STATUS', 'TRANSP', 'X-MICROSOFT-CDO-BUSYSTATUS', 'FREEBUSY',
  'TZID', 'TZOFFSETFROM', 'TZOFFSETTO', 'X-LIC-LOCATION',
]);

/**
 * The parts of an iCalendar text (one calendar, or several one after the other) that say when; titles, descriptions and names of
 * people are dropped before anything looks at them. null where it is no whole calendar: what was cut off is none, lest busy
 * times be lost without anybody noticing.
 */
export function whatSaysWhen(text: string): Part[] | null {
  const unfolded = text.replace(/^\uFEFF/, '').replace(/(?:\r\n|\n|\r)[ \t]/g, '');
  const parts: Part[] = [];
  const open: string[] = [];
  let lines: string[] = [];
  let calendars = 0;
  for (const line of unfolded.split(/\r\n|\n|\r/)) {
    const name = nameOf(line);
    if (name === '') continue;
    if (open.length === 0 && !isBeginOf(line, name, 'VCALENDAR')) return null;
    if (name === 'BEGIN') {
      open.push(valueOf(line));
      if (open.length === 1) calendars += 1;
      if (open.length === 2) lines = [];
    }
    if (isKept(open, name)) lines.push(line);
    if (name !== 'END') continue;
    const ended = open.pop();
    if (ended !== valueOf(line)) return null;
    if (open.length === 1 && ended && kinds.includes(ended)) parts.push({ kind: ended as Part['kind'], lines }); // one of the kinds
  }
  return calendars > 0 && open.length === 0 ? parts : null;
}

/** Of events and zones, and of the halves of a zone; not of alarms within events. */
function isKept([, kind = '', inside, ...deeper]: readonly string[], name: string): boolean {
  if (!kinds.includes(kind) || deeper.length > 0) return false;
  if (inside !== undefined && !(kind === 'VTIMEZONE' && insideZone.includes(inside))) return false;
  return kept.has(name) || name === 'BEGIN' || name === 'END';
}

function isBeginOf(line: string, name: string, kind: string): boolean {
  return name === 'BEGIN' && valueOf(line) === kind;
}

function nameOf(line: string): string {
  return (/^[A-Za-z0-9-]+(?=[;:])/.exec(line)?.[0] ?? (line.trim() === '' ? '' : '?')).toUpperCase();
}

function valueOf(line: string): string {
  return line.slice(line.indexOf(':') + 1).trim().toUpperCase();
}

const dates = /(?<=[:,])\d{8}(?=T|,|$)/g;

/**
 * Whether an event was over on that day, whatever its zone: it says dates before it only, and nothing that goes on from them. Most of
 * what programs hand out is the past, which need not be understood.
 */
export function isLongOver({ lines }: Part, day: string): boolean {
  if (lines.some((line) => /^(RRULE|RDATE|DURATION)\b/i.test(line))) return false;
  const said = lines.flatMap((line) => (/^(DTSTART|DTEND|RECURRENCE-ID)\b/i.test(line) ? (line.match(dates) ?? ['?']) : []));
  return said.length > 0 && said.every((date) => date < day.replaceAll('-', ''));
}
