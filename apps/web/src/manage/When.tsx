import type { Appointment } from '@sportello/contract';
import { formatDay, formatHours } from '../format/dates.ts';
import { useLanguage } from '../messages/LanguageContext.tsx';

/** Day and hours on a line each: what people look for first. */
export function When({ shown: { starts_at, ends_at } }: { readonly shown: Pick<Appointment, 'starts_at' | 'ends_at'> }) {
  const language = useLanguage();
  return (
    <p className="appointment-when">
      {formatDay(starts_at, language)}
      <br />
      {formatHours(starts_at, ends_at, language)}
    </p>
  );
}
