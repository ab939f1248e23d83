import type { Appointment } from '@sportello/contract';

export type Proposal = NonNullable<Appointment['proposal']>;

/** The other time that waits for an answer, which it may do even after the one that was asked for. `now`: epoch milliseconds of the desk. */
export function openProposal({ state, proposal }: Pick<Appointment, 'state' | 'proposal'>, now: number): Proposal | null {
  return state === 'pending' && proposal && now < Date.parse(proposal.expires_at) ? proposal : null;
}
