/** The day and the time of an instant as people of the desk read them, by the machine's own calendar: "martedì 30 marzo 2027", "09:00". */
export function onTheWall(instant: string): { readonly day: string; readonly time: string } {
  const zone = { timeZone: 'Europe/Rome' } as const;
  const at = new Date(instant);
  const day = new Intl.DateTimeFormat('it-IT', { ...zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  return { day: day.replace(' 1 ', ' 1° '), time: new Intl.DateTimeFormat('it-IT', { ...zone, hour: '2-digit', minute: '2-digit' }).format(at) };
}

/** When the event of a calendar file begins, in epoch milliseconds; it must be written in UTC. */
export function startIn(calendarFile: string): number {
  const [year, month, day, hour, minute] = (/\r\nDTSTART:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00Z\r\n/.exec(calendarFile) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined) throw new Error(`no beginning in UTC in:\n${calendarFile}`);
  return Date.UTC(year, month - 1, day, hour, minute);
}
