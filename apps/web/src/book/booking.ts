import type { Language, Office, ServiceItem, Union } from '@sportello/contract';
import { type LoaderFunctionArgs, redirect, useSearchParams } from 'react-router';
import { load, useAnswer } from '../api.ts';
import { municipalities, offices, services } from '../directory.ts';
import { invitationNamed, usableInvitation } from '../invite/invitation.ts';
import { useLanguage } from '../messages/LanguageContext.tsx';
import { type BookingChoice, paths } from '../paths.ts';
import { clockSkew } from '../session/desk-clock.ts';
import { union } from '../union.ts';
import { choiceIn, namesUnknownChannel } from './choice.ts';
import type { Draft } from './draft.ts';
import { currentDraft, useDraft } from './draft-store.ts';
import { chosenService } from './queries.ts';
import { type Bookable, bookableOf, type Chosen, choiceOf, resolveChoice } from './resolve-choice.ts';
import { firstStepNeeding, isReached, pathOfStep, type Step } from './steps.ts';

/** A loader for a step: what it shows, or the way to the first step that still needs something, or to what is wrong with the invitation. */
export function loadStep(step: Step) {
  return async ({ request }: LoaderFunctionArgs) => {
    const choice = choiceIn(new URL(request.url).searchParams);
    const [knownMunicipalities, knownOffices, knownServices, { privacy_notice }] = await load(municipalities, offices, services(), union, clockSkew);
    const invitation = choice.invitation === undefined ? null : await usableInvitation(choice.invitation);
    if (choice.invitation !== undefined && !invitation) return redirect(paths.invitation());
    const [service] = await load(chosenService(slugOf(choice, knownServices)));
    const chosen = resolveChoice(choice, { municipalities: knownMunicipalities, offices: knownOffices, service, invitation });
    const needed = firstStepNeeding(chosen, currentDraft(), privacy_notice.version);
    return isReached(step, needed) ? null : redirect(pathOfStep(needed, choiceOf(chosen)));
  };
}

export interface Booking {
  readonly draft: Draft;
  readonly chosen: Chosen;
  /** As the address of every step carries it. */
  readonly choice: BookingChoice;
  readonly union: Union;
  readonly offices: readonly Office[];
  readonly services: readonly ServiceItem[];
  readonly language: Language;
  /** Milliseconds between this device's clock and the desk's. */
  readonly skew: number;
}

/** What every step stands on; its loader has fetched it. */
export function useBooking(): Booking {
  const [query] = useSearchParams();
  const draft = useDraft();
  const language = useLanguage();
  const knownServices = useAnswer(services());
  const knownOffices = useAnswer(offices);
  const asked = choiceIn(query);
  const invitation = useAnswer(invitationNamed(asked.invitation));
  const directory = { municipalities: useAnswer(municipalities), offices: knownOffices, service: useAnswer(chosenService(slugOf(asked, knownServices))) };
  const resolved = resolveChoice(asked, { ...directory, invitation: invitation?.id === asked.invitation ? invitation : null });
  const chosen: Chosen = namesUnknownChannel(query) ? { ...resolved, unknown: [...new Set([...resolved.unknown, 'channel' as const])] } : resolved;
  return { draft, chosen, choice: choiceOf(chosen), union: useAnswer(union), offices: knownOffices, services: knownServices, language, skew: useAnswer(clockSkew) };
}

/** On a step that is reached only with the whole choice: the loader has seen to it. */
export function useBookable(): Booking & { readonly bookable: Bookable } {
  const booking = useBooking();
  const bookable = bookableOf(booking.chosen);
  if (!bookable) throw new Error('This step was opened without a whole choice.');
  return { ...booking, bookable };
}

function slugOf({ service }: BookingChoice, known: readonly ServiceItem[]): string | null {
  return known.find(({ slug }) => slug === service)?.slug ?? null;
}
