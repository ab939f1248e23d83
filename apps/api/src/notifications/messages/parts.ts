import { dayText, timeText } from './dates.ts';
import type { MessageContext } from './context.ts';
import type { Fact, Section } from './letter.ts';
import { phoneText } from './phone-text.ts';
import type { Wording } from './wording.ts';

/** The pieces that messages are put together from; a piece that has nothing to say is null. */
export type Part = (context: MessageContext, wording: Wording) => Section | null;

export const howItHappens: Part = (context, wording) => section(wording.howHeadings[context.channel], howLines(context, wording));

export const documents: Part = ({ channel, documents: text }, wording) => section(wording.documentsHeadings[channel], [text]);

export const changes: Part = (context, wording) => {
  if (context.state !== 'pending' && context.state !== 'confirmed') return null;
  return { heading: wording.changesHeading, text: changesText(context, wording) };
};

/** The other time that the office proposes. */
export const proposal: Part = (context, wording) => {
  if (!context.proposal) return null;
  const { startsAt, endsAt, place, expiresAt } = context.proposal;
  const lines = [spanText({ ...context, startsAt, endsAt }, wording), place && `${place.name}, ${place.address}`, wording.answerUntil(momentText(expiresAt, context, wording))];
  return section(wording.proposalHeading, lines);
};

export const officeSays: Part = ({ proposal }, wording) => section(wording.officeSaysHeading, [proposal && proposal.message]);

export const reason: Part = ({ refusalReason }, wording) => section(wording.reasonHeading, [refusalReason]);

/** Of a cancellation by the office; what a citizen gave as a reason is not repeated to them. */
export const officeReason: Part = ({ cancellationReason }, wording) => section(wording.reasonHeading, [cancellationReason]);

export const help: Part = ({ office, code, ...context }, wording) => ({
  heading: wording.helpHeading,
  text: wording.help(phoneText(phoneOf({ office, ...context })), office.name, code),
});

/** Whom to call about it: the office, or the union where the office has no number. E.164. */
export function phoneOf({ office, union }: Pick<MessageContext, 'office' | 'union'>): string {
  return office.phone || union.phone;
}

export function facts(context: MessageContext, { facts: labels, channels, states, ...wording }: Wording, withState: boolean): Fact[] {
  const place = context.place && `${context.place.name}, ${context.place.address}`;
  const all: readonly [string, string | null][] = [
    [labels.when, spanText(context, wording)],
    [labels.how, channels[context.channel]],
    [labels.where, place ?? context.homeAddress],
    [labels.service, context.service],
    [labels.office, context.office.name],
    [labels.municipality, context.municipality],
    [labels.state, withState ? states[context.state] : null],
    [labels.code, context.code],
  ];
  return all.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** `giovedì 3 dicembre 2026, ore 10:00` */
export function momentText(instant: number, { timeZone, language }: MessageContext, wording: Pick<Wording, 'moment'>): string {
  return wording.moment(dayText(instant, timeZone, language), timeText(instant, timeZone));
}

function spanText({ startsAt, endsAt, timeZone, language }: MessageContext, wording: Pick<Wording, 'span'>): string {
  return wording.span(dayText(startsAt, timeZone, language), timeText(startsAt, timeZone), timeText(endsAt, timeZone));
}

function howLines(context: MessageContext, wording: Wording): (string | null)[] {
  const { channel, after, beforeVideo, person, place } = context;
  switch (channel) {
    case 'video':
      return [wording.videoRoom, beforeVideo, after, wording.videoFallback(phoneText(phoneOf(context)))];
    case 'phone':
      return [after ?? wording.weCall, person.phone && wording.numberEndsWith(person.phone.slice(-3))];
    case 'desk':
      return [place && place.accessNotes, after];
    case 'home':
      return [after ?? wording.weCome];
    default:
      return channel satisfies never;
  }
}

function changesText(context: MessageContext, wording: Wording): string {
  const moveUntil = context.moveUntil && momentText(context.moveUntil, context, wording);
  const cancelUntil = context.cancelUntil && momentText(context.cancelUntil, context, wording);
  if (moveUntil && cancelUntil) return wording.moveAndCancel(moveUntil, cancelUntil);
  if (moveUntil) return wording.moveOnly(moveUntil);
  if (cancelUntil) return wording.cancelOnly(cancelUntil);
  return wording.changesByPhone(phoneText(phoneOf(context)));
}

function section(heading: string, lines: readonly (string | null)[]): Section | null {
  const text = lines.filter((line) => line?.trim()).join('\n');
  return text === '' ? null : { heading, text };
}
