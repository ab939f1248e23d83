import type { Me, Office } from '@sportello/contract';

/**
 * The offices among which somebody may choose: all that there are, or those given to them. A manager of comuni meets every
 * office there.
 */
export function officesWithin({ role, scope }: Pick<Me, 'role' | 'scope'>, offices: readonly Office[]): readonly Office[] {
  const reachesAll = role === 'admin' || role === 'auditor' || scope.all_offices || (role === 'manager' && scope.municipality_ids.length > 0);
  return reachesAll ? offices : offices.filter(({ id }) => scope.office_ids.includes(id));
}
