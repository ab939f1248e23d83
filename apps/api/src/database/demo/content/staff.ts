import type { Role } from '@sportello/contract';
import type { CalendarKey, MunicipalityKey, OfficeKey } from './shape.ts';

/** Somebody of the demo's staff, who plainly does not exist. */
export interface DemoStaff {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly role: Role;
  readonly allOffices?: boolean;
  readonly offices?: readonly OfficeKey[];
  readonly municipalities?: readonly MunicipalityKey[];
  /** Whose time is theirs. */
  readonly calendar?: CalendarKey;
}

/** Published on the sign-in page of the demo: it opens nothing anywhere else. */
export const demoPassword = 'dimostrazione-aperta';

/** Of that password, made once: hashing at each load would slow the start, and there is nothing to protect. */
export const demoPasswordHash = '$scrypt$ln=15,r=8,p=3$YiVDMxO6CwZGcE8AaLP6Ug$yMf2kVXwwtY6z6JKOgmi5T5e52ILvkMvnGf-kpn_gmk';

const familyName = 'Dimostrativo (demo)';

/** One account for each way to work here. */
export const demoStaff: readonly DemoStaff[] = [
  { email: 'operatore.tecnico@example.org', givenName: 'Operatore Tecnico', familyName, role: 'operator', offices: ['ufficio-tecnico'], calendar: 'tecnico-1' },
  { email: 'operatore.risposte@example.org', givenName: 'Operatore Risposte', familyName, role: 'operator', allOffices: true, offices: ['punto-risposte'], calendar: 'punto-risposte-1' },
  { email: 'responsabile@example.org', givenName: 'Responsabile', familyName, role: 'manager', offices: ['suap', 'sue'], municipalities: ['mombercelli', 'vinchio'] },
  { email: 'amministratore@example.org', givenName: 'Amministratore', familyName, role: 'admin' },
  { email: 'revisore@example.org', givenName: 'Revisore', familyName, role: 'auditor' },
];
