import { inLanguage } from './context-of.ts';
import type { Prepared } from './deliver.ts';
import { mailToStaff } from './mail-to-staff.ts';
import { type StaffContext, writeStaffLetter } from './messages/staff-letter.ts';
import type { InHand } from './outbox.ts';
import type { StaffMessageName } from './staff-messages.ts';

interface StaffDesk {
  readonly union: StaffContext['union'];
  readonly baseUrl: string;
  readonly from: string;
  staffLink(linkId: string): string;
}

/** In which state of the account a message that carries a link is of use. */
const stateFor = { 'staff-invitation': 'invited', 'staff-reset': 'active' } as const;

/**
 * A mail to somebody of the staff, or why there is none: its link was used, replaced or has expired, or the account is
 * not in the state that it speaks to. A notice tells of what happened, and stays true.
 */
export function prepareStaffMail(message: StaffMessageName, { row, member, staffLink }: InHand, desk: StaffDesk, now: number): Prepared {
  if (!member) return { mail: null, instead: { state: 'dropped', failure: 'gone' } };
  const carriesLink = message === 'staff-invitation' || message === 'staff-reset';
  if (carriesLink && (!staffLink || staffLink.usedAt !== null || staffLink.expiresAt <= now)) return { mail: null, instead: { state: 'dropped', failure: 'superseded' } };
  if (carriesLink && member.state !== stateFor[message]) return { mail: null, instead: { state: 'dropped', failure: 'untrue' } };
  if (row.deadlineAt <= now) return { mail: null, instead: { state: 'failed', failure: 'late' } };
  const { language } = member;
  const letter = writeStaffLetter(message, {
    language,
    union: desk.union,
    givenName: member.givenName,
    role: member.role,
    at: row.createdAt,
    link: inLanguage(carriesLink && staffLink ? desk.staffLink(staffLink.id) : `${desk.baseUrl}/scrivania/accesso`, language),
    linkUntil: carriesLink && staffLink ? staffLink.expiresAt : null,
  });
  return { mail: mailToStaff(letter, { row, member }, desk, now) };
}
