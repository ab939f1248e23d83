import type { AppointmentState } from '@sportello/contract';
import ical, { ICalAlarmType, ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { MessageContext } from './messages/context.ts';
import { calendarTexts } from './messages/calendar-texts.ts';

export interface Address {
  readonly name: string;
  readonly email: string;
}

/** What a calendar file is for: a download says PUBLISH or CANCEL and invites nobody, a mail REQUEST or CANCEL to the person it goes to. */
export interface CalendarPurpose {
  readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  readonly attendee: Address | null;
}

const alarmSecondsBefore = 3600;

const statuses: Readonly<Record<AppointmentState, ICalEventStatus>> = {
  held: ICalEventStatus.TENTATIVE,
  pending: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  arrived: ICalEventStatus.CONFIRMED,
  in_progress: ICalEventStatus.CONFIRMED,
  served: ICalEventStatus.CONFIRMED,
  missed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
  refused: ICalEventStatus.CANCELLED,
  expired: ICalEventStatus.CANCELLED,
};

/** The file for `GET /appointments/{code}/calendar.ics`: METHOD PUBLISH, and CANCEL once it is cancelled or refused. */
export function calendarDownload(context: MessageContext, organizer: Address, now: number): string {
  return calendarFile(context, { method: isCancelled(context.state) ? 'CANCEL' : 'PUBLISH', attendee: null }, organizer, now);
}

/**
 * An appointment as iCalendar (RFC 5545, methods of RFC 5546). The UID stays the same for the life of the appointment and
 * SEQUENCE rises with it, so that calendars replace what they hold. Instants are in UTC: right in every zone and on both
 * summer-time nights, without describing a zone. The secret of the link stays out: calendars are shared with families and
 * copied to clouds; the file names the page and the code, and the mail has the link.
 * @param organizer the address that mails come from: some calendars distrust an invitation from anyone else
 * @param now becomes DTSTAMP
 */
export function calendarFile(context: MessageContext, { method, attendee }: CalendarPurpose, organizer: Address, now: number): string {
  const { summary, location, description } = calendarTexts(context);
  const isOff = isCancelled(context.state);
  const calendar = ical({
    prodId: { company: 'Sportello Virtuale', product: 'Appuntamenti', language: 'IT' },
    method: ICalCalendarMethod[method],
  });
  calendar.createEvent({
    id: `${context.id}@${new URL(context.pageAddress).hostname}`,
    sequence: context.sequence,
    status: statuses[context.state],
    stamp: new Date(now),
    start: new Date(context.startsAt),
    end: new Date(context.endsAt),
    summary: printable(summary),
    location: printable(location),
    description: printable(description),
    url: context.pageAddress,
    organizer: { name: printable(organizer.name), email: organizer.email },
    attendees: attendee ? [attending(attendee)] : [],
    alarms: isOff ? [] : [{ type: ICalAlarmType.display, trigger: alarmSecondsBefore, description: printable(summary) }],
  });
  return `${calendar.toString()}\r\n`;
}

function isCancelled(state: AppointmentState): boolean {
  return statuses[state] === ICalEventStatus.CANCELLED;
}

/** They asked for the time themselves: it is accepted, and no calendar need send an answer. */
function attending({ name, email }: Address) {
  return { name: printable(name), email, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED, rsvp: false };
}

/** Without control characters, which RFC 5545 has no way to write; line breaks the generator escapes. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\r\t]/gu, '');
}
