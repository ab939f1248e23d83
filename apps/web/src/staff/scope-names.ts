import type { Role, StaffScope } from '@sportello/contract';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The names of what was given to somebody, or that their role reaches everything. */
export function scopeNames({ role, scope }: { readonly role: Role; readonly scope: StaffScope }, offices: readonly Named[], municipalities: readonly Named[]): 'everything' | string[] {
  if (role === 'admin' || role === 'auditor' || scope.all_offices) return 'everything';
  const named = (all: readonly Named[], ids: readonly string[]) => all.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return [...named(offices, scope.office_ids), ...(role === 'manager' ? named(municipalities, scope.municipality_ids) : [])];
}
