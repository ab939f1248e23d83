import { ApiProblem, type CalendarChange, changeCalendars, type DeskAppointmentItem, type Impact } from '@sportello/contract';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLanguage } from '../../messages/LanguageContext.tsx';
import { problemOf, staffCall } from '../../staff/staff-call.ts';
import { impactOf, readCalendarsAgain } from './queries.ts';
import { type Choices, chosenFor, resolutionOf } from './resolutions.ts';

type Saved = Awaited<ReturnType<typeof sendChange>>;

interface Wish {
  /** Null while what is written does not yet make a change. */
  readonly change: CalendarChange | null;
  readonly onSaved: (saved: Saved) => unknown;
}

/** How long nothing is typed before the impact is asked, in milliseconds. */
const settledAfter = 300;

/**
 * A change of hours from its preview to its saving. What was chosen for the touched appointments stays through every new preview
 * and every refusal.
 */
export function useChange({ change, onSaved }: Wish) {
  const language = useLanguage();
  const asked = useSettled(change);
  const [choices, setChoices] = useState<Choices>({});
  const [tell, setTell] = useState(true);
  const preview = useQuery({
    ...impactOf(asked ?? nothing)(language),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  });
  const impact = asked === null ? undefined : preview.data;
  const saving = useMutation({
    mutationFn: () => sendChange({ change, impact, choices, tell }),
    onSuccess: async (saved) => {
      setChoices({});
      onSaved(saved);
      await readCalendarsAgain();
    },
    onError: (error) => {
      // Times and appointments are not what they were: the list shows how they are now.
      if (['slot-taken', 'slot-not-offered', 'changed-meanwhile'].includes(problemOf(error) ?? '')) void preview.refetch();
    },
  });
  const isCurrent = JSON.stringify(asked) === JSON.stringify(change) && !preview.isPlaceholderData && preview.isSuccess;

  return {
    impact,
    isWaiting: change !== null && !isCurrent && !preview.isError,
    /** Whether what is shown is what would be saved. */
    maySave: change !== null && isCurrent,
    previewError: asked === null ? null : preview.error,
    choices,
    choose: setChoices,
    tell,
    setTell,
    saving,
    /** Which touched appointment stands in the way, where the API says it. */
    wrongId: wrongIdOf(saving.error, impact),
  };
}

export type Change = ReturnType<typeof useChange>;

/** Never sent: it stands for a change that is not there yet. */
const nothing: CalendarChange = { kind: 'end_absence', absence_id: '' };

interface Sent {
  readonly change: CalendarChange | null;
  readonly impact: Impact | undefined;
  readonly choices: Choices;
  readonly tell: boolean;
}

function sendChange({ change, impact, choices, tell }: Sent) {
  if (!change || !impact) throw new Error('only what was previewed is saved');
  return staffCall(changeCalendars, { body: { change, resolutions: impact.touched.map((touched) => resolutionOf(touched, chosenFor(touched, choices))), tell } });
}

function wrongIdOf(error: unknown, impact: Impact | undefined): string | null {
  if (!(error instanceof ApiProblem) || !error.problem) return null;
  const { appointment, errors } = error.problem as { readonly appointment?: DeskAppointmentItem; readonly errors?: readonly { readonly field: string }[] };
  if (appointment) return appointment.id;
  const place = errors?.map(({ field }) => /^\/?resolutions\/(\d+)/.exec(field)?.[1]).find((found) => found !== undefined);
  return place === undefined ? null : (impact?.touched[Number(place)]?.appointment.id ?? null);
}

/** The value once it has not changed for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  const written = JSON.stringify(value);
  useEffect(() => {
    // What was written is what it is read from.
    const timer = setTimeout(() => setSettled(JSON.parse(written) as Value), settledAfter);
    return () => clearTimeout(timer);
  }, [written]);
  return settled;
}
