import { formatDay } from '../../format/dates.ts';
import type { Language } from '../../messages/language.ts';

/** "giovedì"; "Thursday" */
export function formatWeekday(instantOrDay: string, language: Language): string {
  return formatDay(instantOrDay, language).split(' ')[0] ?? '';
}
