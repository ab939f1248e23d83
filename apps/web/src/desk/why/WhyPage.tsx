import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAnswer, useAnswerSoon } from '../../api.ts';
import { municipalities, offices, services } from '../../directory.ts';
import { dayOf, formatTime } from '../../format/dates.ts';
import { deskBook } from '../../messages/desk-book.ts';
import { deskWhy } from '../../messages/desk-why.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useMe } from '../../staff/me.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { type DeskChoice, staffPaths } from '../../staff/staff-paths.ts';
import { ServicePicker } from '../book/choice/ServicePicker.tsx';
import { WayFields } from '../book/choice/WayFields.tsx';
import { choiceIn, resolveDeskChoice } from '../book/desk-choice.ts';
import { lastUsed } from '../book/last-used.ts';
import { chosenService } from '../book/queries.ts';
import { instantOf } from '../book/times/wall-instant.ts';
import { useToday } from '../book/today.ts';
import { officesWithin } from '../offices-within.ts';
import { Explanation } from './Explanation.tsx';

/** Why a time is offered or not. What is asked stands in the address. */
export function WhyPage() {
  const texts = useMessages(deskWhy);
  const { choice: choiceTexts } = useMessages(deskBook);
  const me = useMe();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const choice = choiceIn(query);
  const last = lastUsed(me.id);
  const allOffices = useAnswer(offices);
  const mine = officesWithin(me, allOffices);
  const offered = useAnswer(services()).filter(({ office_id }) => mine.some(({ id }) => id === office_id));
  const comuni = useAnswer(municipalities);
  const page = useAnswerSoon(chosenService(choice.service ?? last.services[0] ?? null)) ?? null;
  const wish = page && resolveDeskChoice({ ...choice, calendar: undefined }, last, { page, office: allOffices.find(({ id }) => id === page.office_id), municipalities: comuni });

  function change(next: DeskChoice): void {
    void navigate(staffPaths.why({ ...choice, ...next, calendar: undefined }), { replace: true, preventScrollReset: true });
  }

  return (
    <div className="container page-body desk-book">
      <StaffHead title={texts.title} lead={texts.lead} />
      <section aria-label={choiceTexts.label} className="desk-book-choice">
        <ServicePicker key={page?.id ?? ''} chosen={page} services={offered} offices={mine} lastUsed={last.services} onChoose={(service) => change({ service, channel: undefined, place: undefined })} />
        {wish && <WayFields wish={wish} withCalendar={false} onChange={change} />}
        <Moment start={choice.start} day={choice.day} onMoment={(start) => change({ start, day: dayOf(start) })} />
      </section>
      {!page && <p className="empty-state">{choiceTexts.pickService}</p>}
      {wish && !choice.start && <p className="empty-state">{texts.ask}</p>}
      {wish && choice.start && <Explanation wish={wish} startsAt={choice.start} />}
    </div>
  );
}

interface MomentProps {
  readonly start: string | undefined;
  readonly day: string | undefined;
  readonly onMoment: (start: string) => void;
}

/** The answer comes as soon as day and time are whole. */
function Moment({ start, day, onMoment }: MomentProps) {
  const texts = useMessages(deskWhy);
  const today = useToday();
  const [typed, setTyped] = useState({ day: start ? dayOf(start) : (day ?? today), time: start ? formatTime(start) : '' });

  function type(change: Partial<typeof typed>): void {
    const next = { ...typed, ...change };
    setTyped(next);
    const instant = instantOf(next.day, next.time);
    if (instant) onMoment(instant);
  }

  return (
    <>
      <label className="day-field">
        <span>{texts.day}</span>
        <input type="date" className="form-control" value={typed.day} onChange={({ target }) => type({ day: target.value })} />
      </label>
      <label className="day-field">
        <span>{texts.time}</span>
        <input type="time" className="form-control" value={typed.time} onChange={({ target }) => type({ time: target.value })} />
      </label>
    </>
  );
}
