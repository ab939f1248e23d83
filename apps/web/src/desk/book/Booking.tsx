import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAnswer, useAnswerSoon } from '../../api.ts';
import { municipalities, offices, services } from '../../directory.ts';
import { deskBook } from '../../messages/desk-book.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useMe } from '../../staff/me.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { type DeskChoice, staffPaths } from '../../staff/staff-paths.ts';
import { officesWithin } from '../offices-within.ts';
import { BookingForm } from './BookingForm.tsx';
import { ServicePicker } from './choice/ServicePicker.tsx';
import { WayFields } from './choice/WayFields.tsx';
import { choiceIn, resolveDeskChoice, wishKey } from './desk-choice.ts';
import type { DeskDraft } from './draft.ts';
import { beginDraft, forgetDraft, keptDraft, useKeptDraft } from './draft-store.ts';
import { releaseHold, releaseHoldAtLast } from './hold-time.ts';
import { lastUsed } from './last-used.ts';
import type { weekLater } from './nearest-start.ts';
import { chosenService } from './queries.ts';
import { RestoredNote } from './RestoredNote.tsx';
import { FreeTimes } from './times/FreeTimes.tsx';
import { useToday } from './today.ts';

interface Props {
  /** Tells one beginning from another: what was typed belongs to one of them. */
  readonly origin: string;
  /** What is chosen where the address does not say it. */
  readonly base: DeskChoice;
  readonly known: Partial<DeskDraft>;
  readonly repeats: ReturnType<typeof weekLater> | null;
}

/** One screen: what and where above, free times on one side, for whom on the other. */
export function Booking({ origin, base, known, repeats }: Props) {
  const texts = useMessages(deskBook);
  const me = useMe();
  const draft = useDraftFrom(me.id, origin, known);
  const { choice, change } = useChoice(base);
  const last = lastUsed(me.id);
  const allOffices = useAnswer(offices);
  const mine = officesWithin(me, allOffices);
  const offered = useAnswer(services()).filter(({ office_id }) => mine.some(({ id }) => id === office_id));
  const serviceKey = choice.service ?? last.services.find((id) => offered.some((one) => one.id === id)) ?? (offered.length === 1 ? offered[0]?.id : undefined);
  const page = useAnswerSoon(chosenService(serviceKey ?? null));
  const comuni = useAnswer(municipalities);
  const wish = page ? resolveDeskChoice(choice, last, { page, office: allOffices.find(({ id }) => id === page.office_id), municipalities: comuni }) : null;
  const today = useToday();

  if (!draft) return null;
  return (
    <div className="container page-body desk-book">
      <StaffHead title={repeats ? texts.repeatTitle : texts.title}>
        {!repeats && (
          <p className="head-links">
            <a href={staffPaths.invitations()}>{texts.invitations}</a>
          </p>
        )}
        <RestoredNote onStartOver={startOver} />
      </StaffHead>
      <section aria-label={texts.choice.label} className="desk-book-choice">
        <ServicePicker key={page?.id ?? ''} chosen={page ?? null} services={offered} offices={mine} lastUsed={last.services} onChoose={(service) => change({ service, channel: undefined, place: undefined, calendar: undefined })} />
        {wish && <WayFields wish={wish} onChange={change} />}
      </section>
      {!serviceKey && <p className="empty-state">{texts.choice.pickService}</p>}
      {serviceKey && page === null && <p className="empty-state">{texts.choice.serviceMissing}</p>}
      {page && !wish && <p className="empty-state">{texts.choice.notForService}</p>}
      {wish && (
        <BookingForm key={`${draft.staffId} ${draft.origin}`} wish={wish} draft={draft} asked={{ start: choice.start ?? null, repeats }}>
          {(held) => (
            <FreeTimes
              key={wishKey(wish)}
              wish={wish}
              from={choice.day ?? (repeats ? repeats.day : today)}
              today={today}
              onFrom={(day) => change({ day })}
              chosen={held.chosen}
              own={held.own}
              busy={held.busy}
              onChoose={held.choose}
              other={held.other}
            />
          )}
        </BookingForm>
      )}
    </div>
  );

  function startOver(): void {
    releaseHold();
    beginDraft(me.id, origin, known);
  }
}

/** The draft that fits the page; what another beginning left behind goes, and its time is free again. */
function useDraftFrom(staffId: string, origin: string, known: Partial<DeskDraft>): DeskDraft | null {
  const draft = useKeptDraft(staffId, origin);
  useEffect(() => {
    if (!keptDraft(staffId, origin)) {
      releaseHold();
      forgetDraft();
      beginDraft(staffId, origin, known);
    }
    window.addEventListener('pagehide', releaseHoldAtLast);
    return () => {
      window.removeEventListener('pagehide', releaseHoldAtLast);
      releaseHold();
    };
    // What is known belongs to the origin and comes with it.
  }, [staffId, origin]);
  return draft;
}

/** The choice stands in the address, so that a refresh or a colleague sees the same; each step replaces the one before. */
function useChoice(base: DeskChoice) {
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const asked = choiceIn(query);
  const choice: DeskChoice = { ...base, ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) };

  function change(next: DeskChoice): void {
    const names = { service: 'servizio', channel: 'modalita', municipality: 'comune', place: 'sede', calendar: 'agenda', day: 'giorno', start: 'inizio', person: 'persona' } as const;
    const changed = new URLSearchParams(query);
    for (const name of Object.keys(next) as (keyof DeskChoice)[]) {
      const value = next[name];
      if (value) changed.set(names[name], value);
      else changed.delete(names[name]);
    }
    void navigate({ search: changed.toString() }, { replace: true, preventScrollReset: true });
  }

  return { choice, change };
}
