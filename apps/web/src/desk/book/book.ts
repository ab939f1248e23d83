import { bookForSomebody, type DeskAppointmentItem, type DeskHold, showDeskPerson } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { refusedFields } from '../../book/refusals.ts';
import { now } from '../../clock.ts';
import { useAnswerSoon } from '../../api.ts';
import { clockSkew } from '../../session/desk-clock.ts';
import { useMe } from '../../staff/me.ts';
import { problemOf, staffCall } from '../../staff/staff-call.ts';
import type { DeskWish } from './desk-choice.ts';
import type { DeskDraft, Somebody, TimeWish } from './draft.ts';
import { changeDraft } from './draft-store.ts';
import { dropLostTime, holdNow } from './hold-time.ts';
import { noteLastUsed } from './last-used.ts';
import { readSlotsAgain } from './queries.ts';
import { answered, completesContacts, deskRequestBody } from './request-body.ts';

/** Sends the booking. A hold that ended is taken again without a word; a time that is gone comes back as the error. */
export function useBook(wish: DeskWish, onBooked: (id: string) => void) {
  const { id: staffId } = useMe();
  const skew = useAnswerSoon(clockSkew) ?? 0;
  const sending = useMutation({
    mutationFn: (draft: DeskDraft) => book(wish, draft, now() + skew),
    onSuccess: ({ id }) => {
      noteLastUsed(staffId, { service: wish.service.id, channel: wish.way.channel, municipality: wish.municipality.id, place: wish.place?.id });
      onBooked(id);
    },
    onError: dropLostTime,
    onSettled: () => void readSlotsAgain(),
  });
  const { error, isPending, mutate, reset, variables } = sending;
  const refused = error && problemOf(error) === 'validation' ? refusedFields(error, answered(wish.way.questions, variables?.typed ?? {})) : {};
  return { error: Object.keys(refused).length > 0 ? null : error, refusedFields: refused, isPending, mutate, reset, variables };
}

async function book(wish: DeskWish, draft: DeskDraft, deskNow: number): Promise<DeskAppointmentItem> {
  const { wish: time, hold, person } = draft;
  if (!time || !person) throw new Error('the form is sent with a time and a person only');
  const knownName = await nameOf(person, draft);
  const send = ({ id }: DeskHold) =>
    staffCall(bookForSomebody, { body: deskRequestBody({ holdId: id, wish, person, typed: draft.typed, language: languageOf(draft), knownName }) });
  const live = hold && Date.parse(hold.expires_at) > deskNow ? hold : null;
  if (!live) return send(await holdAgain(wish, time));
  try {
    return await send(live);
  } catch (error) {
    if (problemOf(error) !== 'hold-expired' && problemOf(error) !== 'not-found') throw error;
    return send(await holdAgain(wish, time));
  }
}

function holdAgain(wish: DeskWish, time: TimeWish): Promise<DeskHold> {
  changeDraft({ hold: null });
  return holdNow(wish, time);
}

/** The API takes a person as a whole: completing the contacts of somebody known needs their name. */
async function nameOf(person: Somebody, { typed }: DeskDraft) {
  if (person.kind !== 'known' || !completesContacts(typed)) return null;
  const { given_name, family_name } = await staffCall(showDeskPerson, { params: { person_id: person.id } });
  return given_name && family_name ? { given_name, family_name } : null;
}

/** What was chosen, else for somebody new the language of the desk. */
function languageOf({ person, typed }: DeskDraft) {
  if (typed.language === 'it' || typed.language === 'en') return typed.language;
  return person?.kind === 'new' ? 'it' : null;
}
