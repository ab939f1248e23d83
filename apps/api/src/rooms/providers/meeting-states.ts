import type { VideoProvider } from '@sportello/contract';
import type { Appointment } from '../../appointments/appointment.ts';
import type { MeetingRow } from './meeting-rows.ts';

type MeetingState = MeetingRow['state'];
type Made = Pick<MeetingRow, 'state' | 'provider' | 'sequence' | 'reference'>;
type Of = Pick<Appointment, 'state' | 'channel' | 'sequence'> & { readonly endsAt: number };

/** What is agreed: for this a meeting is wanted. */
export const standingStates = ['confirmed', 'arrived', 'in_progress'] as const;
const endedStates: readonly Appointment['state'][] = ['served', 'missed'];

/**
 * What a meeting should be from now on, by its appointment and by what the union meets with; null: as it is. One that was made
 * stays when its time is over, to be asked who was there. Pure.
 */
export function nextStateOf(row: Made, appointment: Of, provider: VideoProvider, now: number): MeetingState | null {
  const isOver = appointment.endsAt <= now || endedStates.includes(appointment.state);
  if (isOver) return afterIts(row);
  const stands = appointment.channel === 'video' && standingStates.some((state) => state === appointment.state) && row.provider === provider;
  return stands ? whileWanted(row, appointment) : whileUnwanted(row);
}

function afterIts({ state, reference }: Made): MeetingState | null {
  if (state !== 'wanted' && state !== 'failed') return null;
  return reference === null ? 'gone' : 'ready';
}

function whileWanted({ state, sequence }: Made, appointment: Of): MeetingState | null {
  const isMoved = state === 'ready' && sequence !== appointment.sequence;
  return isMoved || state === 'gone' || state === 'unwanted' ? 'wanted' : null;
}

function whileUnwanted({ state, reference }: Made): MeetingState | null {
  if (state === 'gone' || state === 'unwanted') return null;
  return reference === null ? 'gone' : 'unwanted';
}
