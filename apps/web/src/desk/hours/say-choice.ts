import { useAnswerSoon } from '../../api.ts';
import { places } from '../../directory.ts';
import { formatShortDay, formatTime } from '../../format/dates.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import type { Touched } from './resolutions.ts';

/** What can become of a touched appointment, in words: "Sposta a ven 4 dic, ore 09:00". */
export function useSayChoice(): (touched: Touched, choice: string) => string {
  const { impact: texts } = useMessages(deskHours);
  const language = useLanguage();
  // Soon: a page that waits for it would lose the focus.
  const placeNames = useAnswerSoon(places) ?? [];
  return ({ appointment, proposals, colleagues }, choice) => {
    const [does, what = ''] = choice.split(' ');
    if (does === 'cancel' || does === 'leave') return texts[does];
    if (does === 'reassign') return texts.reassign(colleagues.find(({ calendar_id }) => calendar_id === what)?.name ?? '');
    const proposal = proposals.find(({ starts_at }) => starts_at === what);
    const place = proposal?.place_id && proposal.place_id !== appointment.place_id ? placeNames.find(({ id }) => id === proposal.place_id)?.name : undefined;
    const day = formatShortDay(what, language);
    return place ? texts.movePlace(day, formatTime(what), place) : texts.move(day, formatTime(what));
  };
}
