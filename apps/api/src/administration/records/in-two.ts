import type { Localized } from '../../database/schema.ts';

interface InTwo {
  readonly it: string;
  readonly en?: string | undefined;
}

/** As a column keeps it, where one is needed. */
export function inBoth(text: InTwo | undefined): Localized {
  return { it: text?.it ?? '', en: text?.en ?? '' };
}

/** As a column keeps it that may be empty. */
export function inBothOrNull(text: InTwo | undefined): Localized | null {
  return text ? inBoth(text) : null;
}

/** As a content says it: a text that nobody wrote is left out. */
export function saidInTwo(text: Localized | null): Localized | null {
  return text?.it ? text : null;
}
