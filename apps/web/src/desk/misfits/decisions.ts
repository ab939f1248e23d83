import type { MisfitList } from '@sportello/contract';
import { type BulkWay, choicesFor, type Choices, type Chosen, firstOf, resolutionOf } from '../hours/resolutions.ts';

// What is decided about appointments that do not fit any more. Nothing is decided unless a person says so; choices are kept as in hours/resolutions.ts.

export type Listed = MisfitList['items'][number];

/** A choice that was made, with what becomes of the appointment by it. */
export interface Decision {
  readonly listed: Listed;
  readonly resolution: ReturnType<typeof resolutionOf>;
}

/** What was chosen for it, as long as it can still be had; null: nothing yet. */
export function decidedFor(listed: Listed, choices: Choices): Chosen | null {
  const chosen = choices[listed.appointment.id];
  return chosen && choicesFor(listed).includes(chosen.choice) ? chosen : null;
}

/** The same for all, where it can be had; elsewhere nothing is decided. `later`: nothing for anybody. Messages that were written stay. */
export function decideForAll(all: readonly Listed[], choices: Choices, way: BulkWay | 'later'): Choices {
  const entries = all.map((listed) => {
    const { id } = listed.appointment;
    return [id, { choice: (way === 'later' ? undefined : firstOf(listed, way)) ?? 'later', message: choices[id]?.message ?? '' }] as const;
  });
  return { ...choices, ...Object.fromEntries(entries) };
}

/** `reason`: for those that are cancelled without words of their own. */
export function decisionsOf(all: readonly Listed[], choices: Choices, reason: string): Decision[] {
  return all.flatMap((listed) => {
    const chosen = decidedFor(listed, choices);
    return chosen ? [{ listed, resolution: resolutionOf(listed, { ...chosen, message: chosen.message.trim() || reason }) }] : [];
  });
}

export interface Plan {
  readonly move: number;
  readonly reassign: number;
  readonly cancel: number;
  readonly leave: number;
  /** People who get a message. */
  readonly told: number;
  /** People who should know, and have no e-mail. */
  readonly toCall: number;
}

/** What will happen. Whoever keeps time and place is told nothing. */
export function planOf(decisions: readonly Decision[], tell: boolean): Plan {
  const count = (does: BulkWay) => decisions.filter(({ resolution }) => resolution.does === does).length;
  const concerned = tell ? decisions.filter(({ resolution }) => resolution.does === 'move' || resolution.does === 'cancel') : [];
  const told = concerned.filter(({ listed }) => listed.appointment.has_email).length;
  return { move: count('move'), reassign: count('reassign'), cancel: count('cancel'), leave: count('leave'), told, toCall: concerned.length - told };
}
