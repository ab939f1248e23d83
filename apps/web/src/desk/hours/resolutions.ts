import type { Impact, Resolution } from '@sportello/contract';

// What becomes of an appointment that a change touches. A choice is kept as a text, as a list of the page has it: "move 2026-12-03T09:00:00+01:00",
// "reassign <id of a calendar>", "cancel", "leave".

export type Touched = Impact['touched'][number];

export interface Chosen {
  readonly choice: string;
  /** Goes with a cancellation. */
  readonly message: string;
}

export type Choices = Readonly<Record<string, Chosen>>;
export const bulkWays = ['move', 'reassign', 'cancel', 'leave'] as const;
export type BulkWay = (typeof bulkWays)[number];

export function choicesFor({ proposals, colleagues }: Touched): readonly string[] {
  return [...proposals.map(({ starts_at }) => `move ${starts_at}`), ...colleagues.map(({ calendar_id }) => `reassign ${calendar_id}`), 'cancel', 'leave'];
}

/** The first proposed time, else a colleague; nobody is cancelled unless a person says so. */
export function firstChoice(touched: Touched): string {
  return firstOf(touched, 'move') ?? firstOf(touched, 'reassign') ?? 'leave';
}

/** The first choice of this way that can be had. */
export function firstOf(touched: Touched, way: BulkWay): string | undefined {
  return choicesFor(touched).find((choice) => choice.split(' ')[0] === way);
}

/** What is chosen for it: what a person chose, as long as it can still be had. */
export function chosenFor(touched: Touched, choices: Choices): Chosen {
  const chosen = choices[touched.appointment.id];
  if (chosen && choicesFor(touched).includes(chosen.choice)) return chosen;
  return { choice: firstChoice(touched), message: chosen?.message ?? '' };
}

/** The same for all, where it can be had; elsewhere the choice stays. */
export function chooseForAll(all: readonly Touched[], choices: Choices, way: BulkWay): Choices {
  const entries = all.map((touched) => {
    const before = chosenFor(touched, choices);
    return [touched.appointment.id, { ...before, choice: firstOf(touched, way) ?? before.choice }] as const;
  });
  return { ...choices, ...Object.fromEntries(entries) };
}

export function resolutionOf(touched: Touched, { choice, message }: Chosen): Resolution {
  const { id, revision } = touched.appointment;
  const named = { appointment_id: id, revision };
  const [does, what = ''] = choice.split(' ');
  switch (does) {
    case 'move':
      return { ...named, does, starts_at: what, place_id: touched.proposals.find(({ starts_at }) => starts_at === what)?.place_id ?? null };
    case 'reassign':
      return { ...named, does, calendar_id: what };
    case 'cancel':
      return { ...named, does, message: message.trim() || null };
    default:
      return { ...named, does: 'leave' };
  }
}
