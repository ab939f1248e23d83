import type { Why } from '@sportello/contract';
import { useQuery } from '@tanstack/react-query';
import { formatDay, formatHour } from '../../format/dates.ts';
import { common } from '../../messages/common.ts';
import { deskWhy } from '../../messages/desk-why.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import type { DeskWish } from '../book/desk-choice.ts';
import { CalendarReasons } from './CalendarReasons.tsx';
import { sayDuration } from './say-duration.ts';
import { whyOf } from './queries.ts';

interface Props {
  readonly wish: DeskWish;
  readonly startsAt: string;
}

/** The reason as a whole in one sentence, what can be done about it, then calendar by calendar. */
export function Explanation({ wish, startsAt }: Props) {
  const texts = useMessages(deskWhy);
  const { waiting } = useMessages(common);
  const language = useLanguage();
  const { data: why, error } = useQuery({ ...whyOf(wish, startsAt)(language), staleTime: 10_000 });
  if (error) return <Refusal error={error} />;
  if (!why) return <Waiting text={waiting} />;
  const book = (start: string) => staffPaths.book({ service: wish.service.id, channel: wish.way.channel, municipality: wish.municipality.id, place: wish.place?.id, start });
  const mayDesk = isFreeForDesk(why);
  const isOffered = why.reason === 'offered' && why.not_for_citizens === null;
  return (
    <section aria-labelledby="why-answer" className="why-answer" aria-live="polite">
      <h2 id="why-answer">
        {formatDay(startsAt, language)}, {formatHour(startsAt, language)}
      </h2>
      <p className={`why-reason ${mayDesk ? 'is-free' : ''}`}>{isOffered ? texts.offered : whole(why)}</p>
      {why.not_for_citizens && <p>{texts.notForCitizens[why.not_for_citizens]}</p>}
      <div className="button-row">
        {mayDesk && <ButtonLink href={book(startsAt)}>{texts.bookThis}</ButtonLink>}
        {why.not_for_citizens === 'invited' && (
          <ButtonLink kind="outline-primary" href={staffPaths.newInvitation({ service: wish.service.id, channel: wish.way.channel })}>
            {texts.invite}
          </ButtonLink>
        )}
        {!isOffered && why.next_available_at && (
          <>
            <span>{texts.next(`${formatDay(why.next_available_at, language)}, ${formatHour(why.next_available_at, language)}`)}</span>
            <ButtonLink kind="outline-primary" href={book(why.next_available_at)}>
              {texts.bookNext}
            </ButtonLink>
          </>
        )}
      </div>
      <CalendarReasons why={why} startsAt={startsAt} />
    </section>
  );

  function whole({ reason, closed_day, notice_minutes, horizon_days }: Why): string {
    switch (reason) {
      case 'notice':
        return texts.reasons.notice(sayDuration(notice_minutes, language));
      case 'horizon':
        return texts.reasons.horizon(horizon_days);
      case 'closed-day':
        return closed_day ? texts.reasons['closed-day'](closed_day) : texts.reasons['closed-day-plain'];
      default:
        return texts.reasons[reason];
    }
  }
}

/** Notice and horizon, and who may book, are for citizens. */
function isFreeForDesk({ reason }: Why): boolean {
  return reason === 'offered' || reason === 'notice' || reason === 'horizon';
}
