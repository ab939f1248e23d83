import { createRating } from '@sportello/contract';

/** Stands in until the contract names this endpoint; same shape of answer as a rating. */
export interface ReportRequest {
  readonly path?: string;
  readonly text: string;
  readonly email?: string | null;
}
export const createReport = { ...createRating, url: '/reports' } as unknown as typeof createRating;
