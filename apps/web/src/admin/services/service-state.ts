import type { ItemOf } from '../records/queries.ts';

export const serviceStates = ['published', 'unpublished', 'archived'] as const;
export type ServiceState = (typeof serviceStates)[number];

export function stateOf({ state, content }: Pick<ItemOf<'service'>, 'state' | 'content'>): ServiceState {
  if (state === 'archived') return 'archived';
  return content.is_published ? 'published' : 'unpublished';
}
