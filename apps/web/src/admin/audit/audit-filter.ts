import { auditActions, auditObjects, type AuditQuery, auditRegisters, type AuditTableQuery } from '@sportello/contract';
import { isDay } from '../../staff/moments.ts';

/** What the trail is narrowed to, as it stands in the address. */
export interface AuditFilter {
  readonly register: string;
  readonly from: string;
  readonly to: string;
  readonly staffId: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
}

const entriesOnPage = 50;

/** What the address calls them. */
const names = { disclosures: 'esportazioni', access: 'accessi' } as const;

export function isRegister(text: string): text is keyof typeof names {
  return Object.hasOwn(names, text);
}

/** Words that the address does not know are left out: an old link still opens. */
export function filterIn(query: URLSearchParams): AuditFilter {
  const day = (name: string) => (isDay(query.get(name)) ? (query.get(name) ?? '') : '');
  return {
    register: auditRegisters.find((one) => names[one] === query.get('vista')) ?? '',
    from: day('dal'),
    to: day('al'),
    staffId: query.get('persona') ?? '',
    action: auditActions.find((one) => one === query.get('azione')) ?? '',
    objectKind: auditObjects.find((one) => one === query.get('oggetto')) ?? '',
    objectId: (query.get('id') ?? '').trim(),
  };
}

export function addressOf({ register, from, to, staffId, action, objectKind, objectId }: AuditFilter): Record<string, string> {
  return { vista: isRegister(register) ? names[register] : '', dal: from, al: to, persona: staffId, azione: action, oggetto: objectKind, id: objectId.trim() };
}

/** The question without pages. */
export function tableQuestionOf({ register, from, to, staffId, action, objectKind, objectId }: AuditFilter): AuditTableQuery {
  const asked = { register, from, to, staff_id: staffId, action, object_kind: objectKind, object_id: objectId };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
}

export function questionOf(filter: AuditFilter, cursor: string | null): AuditQuery {
  return { limit: entriesOnPage, ...tableQuestionOf(filter), ...(cursor && { cursor }) };
}

export const noFilter: AuditFilter = filterIn(new URLSearchParams());
