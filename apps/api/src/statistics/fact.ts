import type { CancellationNotice, Channel } from '@sportello/contract';

/** Whom something is about, as the log says it. */
export interface Matter {
  readonly serviceId: string;
  readonly channel: Channel;
  readonly officeId: string;
  readonly municipalityId: string;
}

export type By = 'citizen' | 'desk';

type Happened =
  | { readonly kind: 'booked' | 'moved'; readonly by: By }
  | { readonly kind: 'walked-in' | 'refused' | 'missed' }
  | { readonly kind: 'cancelled'; readonly by: By; readonly notice: CancellationNotice }
  /** Minutes, not rounded; null: not known. */
  | { readonly kind: 'served'; readonly waitedMinutes: number | null; readonly lastedMinutes: number | null; readonly plannedMinutes: number | null };

/** One thing that counts. `at` (epoch milliseconds) is when it counts: when it was done, or, for served and missed, when the appointment was. */
export type Fact = Happened & Matter & { readonly at: number };
