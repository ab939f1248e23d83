import { type Channel, channels, type ContentOf, slugOf } from '@sportello/contract';
import type { it } from '../../messages/first-steps.it.ts';
import { newChannel, newService } from '../services/new-content.ts';

type Content = ContentOf<'service'>;

/** The first service as its form keeps it. */
export interface ServiceValues {
  readonly name: string;
  readonly summary: string;
  readonly officeId: string;
  readonly channels: readonly string[];
  readonly duration: string;
  /** Where people are received; asked for the desk alone. */
  readonly street: string;
  readonly municipalityId: string;
}

const usualMinutes = '30';

export function valuesOfService(content: Content | null, place: ContentOf<'place'> | null, defaults: { readonly officeId: string; readonly municipalityId: string }): ServiceValues {
  return {
    name: content?.name.it ?? '',
    summary: content?.summary.it ?? '',
    officeId: content?.office_id ?? defaults.officeId,
    channels: content?.channels.map(({ channel }) => channel) ?? ['video', 'phone'],
    duration: String(content?.channels[0]?.duration_minutes ?? usualMinutes),
    street: place?.street ?? '',
    municipalityId: place?.municipality_id ?? defaults.municipalityId,
  };
}

/** Field -> how to mend it. */
export function mistakesInService(values: ServiceValues, texts: typeof it.service): Partial<Record<keyof ServiceValues, string>> {
  const isAtDesk = values.channels.includes('desk');
  const minutes = minutesOf(values.duration);
  return {
    ...(values.name.trim() === '' && { name: texts.nameMissing }),
    ...(values.summary.trim() === '' && { summary: texts.summaryMissing }),
    ...(values.officeId === '' && { officeId: texts.officeMissing }),
    ...(values.channels.length === 0 && { channels: texts.channelMissing }),
    ...((minutes === null || minutes < 5 || minutes > 480) && { duration: texts.durationWrong }),
    ...(isAtDesk && values.street.trim() === '' && { street: texts.streetMissing }),
    ...(isAtDesk && values.municipalityId === '' && { municipalityId: texts.municipalityMissing }),
  };
}

/**
 * The content to be saved: over the one that is there, of which rules, texts and calendars stay, or a new one. A way that is added
 * is received by those who receive already. Of values without a mistake.
 */
export function contentOfService(values: ServiceValues, known: Content | null, placeId: string | null): Content {
  const before = known ?? newService(values.officeId);
  const needs = before.channels[0]?.needs ?? [];
  const chosen = channels.filter((channel) => values.channels.includes(channel));
  return {
    ...before,
    slug: before.slug || slugOf(values.name),
    office_id: values.officeId,
    name: { ...before.name, it: values.name.trim() },
    summary: { ...before.summary, it: values.summary.trim() },
    channels: chosen.map((channel: Channel) => ({
      ...(before.channels.find((one) => one.channel === channel) ?? { ...newChannel(channel), needs }),
      duration_minutes: minutesOf(values.duration) ?? 0,
      ...(channel === 'desk' && placeId !== null && { place_ids: [placeId] }),
    })),
  };
}

function minutesOf(text: string): number | null {
  return /^\d{1,3}$/.test(text.trim()) ? Number(text) : null;
}
