import type { Appointment } from '@sportello/contract';
import { useAnswerSoon } from '../api.ts';
import { service } from '../directory.ts';
import { formatDay, formatHours } from '../format/dates.ts';
import { useLanguage } from '../messages/LanguageContext.tsx';
import type { Stay } from './notice.ts';

/** "giovedì 3 dicembre 2026, dalle ore 10:00 alle ore 10:30", and the place where there is one. */
export function StayLine({ stay, shown }: { readonly stay: Stay; readonly shown: Pick<Appointment, 'service' | 'channel' | 'place'> }) {
  const language = useLanguage();
  const page = useAnswerSoon(service(shown.service.id));
  const places = page?.channels.find(({ channel }) => channel === shown.channel)?.places ?? [];
  const place = stay.place_id === shown.place?.id ? shown.place : places.find(({ id }) => id === stay.place_id);
  return (
    <>
      {formatDay(stay.starts_at, language)}, {formatHours(stay.starts_at, stay.ends_at, language)}
      {place && `, ${place.name}`}
    </>
  );
}
