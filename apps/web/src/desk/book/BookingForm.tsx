import type { DeskHold } from '@sportello/contract';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { sayMistakes } from '../../book/say-mistakes.ts';
import { bookPerson } from '../../messages/book-person.ts';
import { deskBook } from '../../messages/desk-book.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { useBook } from './book.ts';
import { deskMistakes } from './desk-mistakes.ts';
import { type DeskWish, wishKey } from './desk-choice.ts';
import type { DeskDraft, TimeWish } from './draft.ts';
import { changeDraft, forgetDraft } from './draft-store.ts';
import { focusOn, searchFieldId, submitId } from './focus-on.ts';
import { HeldTime, type LostTime } from './HeldTime.tsx';
import { isTimeGone, releaseHold, useHoldTime } from './hold-time.ts';
import { MoreFields } from './more/MoreFields.tsx';
import { HomeFields } from './person/HomeFields.tsx';
import { PersonPart } from './person/PersonPart.tsx';
import type { Slot } from './queries.ts';
import { type Asked, useAskedTime } from './asked-time.ts';
import { OtherTime } from './times/OtherTime.tsx';
import { Warnings } from './Warnings.tsx';

interface TimesSide {
  readonly chosen: string | null;
  readonly own: DeskHold | null;
  readonly busy: string | null;
  readonly choose: (slot: Slot) => void;
  readonly other: ReactNode;
}

interface Props {
  readonly wish: DeskWish;
  readonly draft: DeskDraft;
  readonly asked: Asked;
  readonly children: (times: TimesSide) => ReactNode;
}

/** The times on one side; who it is for, what they want and the one button on the other. */
export function BookingForm({ wish, draft, asked, children }: Props) {
  const texts = useMessages(deskBook);
  const { mistakes: mistakeTexts } = useMessages(bookPerson);
  const navigate = useNavigate();
  const [shown, setShown] = useState<readonly string[]>([]);
  const summary = useRef<HTMLDivElement>(null);
  const holding = useHoldTime(wish);
  const key = wishKey(wish);
  const time = draft.wish?.key === key ? draft.wish : null;
  const askedTime = useAskedTime(wish, asked, hold);
  const booking = useBook(wish, (id) => {
    forgetDraft();
    void navigate(staffPaths.booked(id), { replace: true });
  });
  const errors = { ...Object.fromEntries(Object.entries(allMistakes()).filter(([field]) => shown.includes(field))), ...booking.refusedFields };

  // A time of another choice is not what is wanted any more; one that was chosen before the page was left is asked for again.
  useEffect(() => {
    if (draft.wish && draft.wish.key !== key) {
      releaseHold();
      changeDraft({ wish: null });
    } else if (draft.wish && !draft.hold) holding.mutate(draft.wish);
    // Looked at when the page or the choice begins; later times are chosen by hand.
  }, [key]);

  function allMistakes(): Record<string, string> {
    return {
      ...(!time && { 'free-times': texts.noTime }),
      ...(!draft.person && { [searchFieldId]: texts.person.missing }),
      ...sayMistakes(deskMistakes(draft.person, draft.typed, wish.way.channel), { ...mistakeTexts, ...texts.mistakes }),
    };
  }

  function hold(wanted: Omit<TimeWish, 'key'>, { thenFocus = true } = {}): void {
    booking.reset();
    holding.mutate({ ...wanted, key }, { onSuccess: () => thenFocus && focusOn(draft.person ? submitId : searchFieldId) });
  }

  function choose(slot: Pick<Slot, 'starts_at' | 'place_id'>): void {
    hold({ starts_at: slot.starts_at, place_id: slot.place_id, calendar_id: wish.calendarId ?? null, outside_hours: false, by_hand: false });
  }

  /** A time that somebody else took meanwhile, with the nearest others. What was typed by hand is answered where it was typed. */
  function lostTime(): LostTime | null {
    if (isTimeGone(booking.error) && booking.variables?.wish) return { time: booking.variables.wish, error: booking.error };
    return isTimeGone(holding.error) && !holding.variables?.by_hand && holding.variables ? { time: holding.variables, error: holding.error } : null;
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (booking.isPending || holding.isPending) return;
    const wrong = Object.keys(allMistakes());
    flushSync(() => setShown(wrong));
    if (wrong.length > 0) summary.current?.focus();
    else booking.mutate(draft);
  }

  const lost = lostTime();
  return (
    <div className="desk-book-columns">
      {children({
        chosen: (holding.isPending ? holding.variables.starts_at : time?.starts_at) ?? null,
        own: time && draft.hold,
        busy: holding.isPending ? holding.variables.starts_at : null,
        choose,
        other: <OtherTime wish={wish} prefilled={askedTime.missed} onHold={hold} isBusy={holding.isPending} error={holding.error} />,
      })}
      <form noValidate onSubmit={submit} className="desk-book-form" aria-label={texts.title}>
        <HeldTime time={time} hold={draft.hold} isHolding={holding.isPending} lost={lost} said={askedTime.said} onAgain={() => time && holding.mutate(time)} onChoose={choose} />
        {!isTimeGone(holding.error) && <Refusal error={holding.error} />}
        <ErrorSummary errors={errors} ref={summary} />
        <PersonPart draft={draft} channel={wish.way.channel} errors={errors} />
        {wish.way.channel === 'home' && <HomeFields draft={draft} municipality={wish.municipality} errors={errors} />}
        <MoreFields draft={draft} questions={wish.way.questions} errors={errors} />
        <Warnings draft={draft} />
        {booking.error && !isTimeGone(booking.error) && (
          <>
            <Refusal error={booking.error} />
            <p>{texts.refused}</p>
          </>
        )}
        <div className="desk-book-submit" id={submitId}>
          <Button type="submit" busy={booking.isPending || holding.isPending} wide>
            {texts.submit}
          </Button>
        </div>
      </form>
    </div>
  );
}
