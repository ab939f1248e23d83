import type { Member, Role, StaffScope } from '@sportello/contract';
import type { it } from '../../messages/members.it.ts';

/** Role and reach as a form keeps them. */
export interface RoleValues {
  readonly role: Role | '';
  readonly allOffices: boolean;
  readonly officeIds: readonly string[];
  readonly municipalityIds: readonly string[];
}

export interface MemberValues extends RoleValues {
  readonly given_name: string;
  readonly family_name: string;
}

export function valuesOf({ given_name, family_name, role, scope }: Member): MemberValues {
  return { given_name, family_name, role, allOffices: scope.all_offices, officeIds: [...scope.office_ids].sort(), municipalityIds: [...scope.municipality_ids].sort() };
}

/** What the person typed stays; what they left as it was follows the change of somebody else. */
export function withNewer(typed: MemberValues, before: MemberValues, newer: MemberValues): MemberValues {
  const isUntouched = (name: keyof MemberValues) => JSON.stringify(typed[name]) === JSON.stringify(before[name]);
  const { given_name, family_name } = newer;
  // Role and reach belong together: half of one and half of the other is nobody's wish.
  const roleNames = ['role', 'allOffices', 'officeIds', 'municipalityIds'] as const;
  const { role, allOffices, officeIds, municipalityIds } = roleNames.every(isUntouched) ? newer : typed;
  return {
    given_name: isUntouched('given_name') ? given_name : typed.given_name,
    family_name: isUntouched('family_name') ? family_name : typed.family_name,
    ...{ role, allOffices, officeIds, municipalityIds },
  };
}

/** Whether the role needs to be told how far it reaches. */
export function needsReach(role: Role | ''): role is 'operator' | 'manager' {
  return role === 'operator' || role === 'manager';
}

export function scopeOf({ role, allOffices, officeIds, municipalityIds }: RoleValues): StaffScope {
  if (!needsReach(role)) return { all_offices: false, office_ids: [], municipality_ids: [] };
  return { all_offices: allOffices, office_ids: allOffices ? [] : [...officeIds], municipality_ids: role === 'manager' && !allOffices ? [...municipalityIds] : [] };
}

/** Field -> how to mend it. */
export function mistakesInMember(values: MemberValues, texts: typeof it.form): Record<string, string> {
  return {
    ...(values.given_name.trim() === '' && { given_name: texts.givenNameMissing }),
    ...(values.family_name.trim() === '' && { family_name: texts.familyNameMissing }),
    ...mistakesInRole(values, texts),
  };
}

function mistakesInRole(values: RoleValues, texts: typeof it.form): Record<string, string> {
  const { role } = values;
  if (role === '') return { role: texts.roleMissing };
  const { all_offices, office_ids, municipality_ids } = scopeOf(values);
  if (!needsReach(role) || all_offices || office_ids.length + municipality_ids.length > 0) return {};
  return { officeIds: role === 'manager' ? texts.reachMissingManager : texts.reachMissing };
}
