import type { MessageContext } from './context.ts';
import { phoneOf } from './parts.ts';
import { phoneText } from './phone-text.ts';
import type { Wording } from './wording.ts';
import { wordings } from './wordings.ts';

/** What an entry of the calendar says. No home address and no phone of the person: calendars are shared. */
export function calendarTexts(context: MessageContext): { summary: string; location: string; description: string } {
  const wording = wordings[context.language];
  const { channel, place, documents } = context;
  const channelText = wording.channels[channel];
  return {
    summary: `${context.service} – ${context.office.name}`,
    location: place ? `${place.name}, ${place.address}` : channelText,
    description: [
      `${wording.facts.how}: ${channelText}`,
      `${wording.facts.code}: ${context.code}`,
      ...(documents ? ['', wording.documentsHeadings[channel], documents] : []),
      '',
      wording.calendarLink,
      context.pageAddress,
      helpText(context, wording),
    ].join('\n'),
  };
}

function helpText(context: MessageContext, wording: Wording): string {
  return wording.calendarHelp(`${phoneText(phoneOf(context))} (${context.office.name})`);
}
