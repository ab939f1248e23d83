import { auditActions, auditObjects, type AuditQuery } from '@sportello/contract';
import { isDay } from '../../staff/moments.ts';

/** What the trail is narrowed to, as it stands in the address. */
export interface AuditFilter {
  readonly from: string;
  readonly to: string;
  readonly staffId: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
}

const entriesOnPage = 50;

/** Words that the address does not know are left out: an old link still opens. */
export function filterIn(query: URLSearchParams): AuditFilter {
  const day = (name: string) => (isDay(query.get(name)) ? (query.get(name) ?? '') : '');
  return {
    from: day('dal'),
    to: day('al'),
    staffId: query.get('persona') ?? '',
    action: auditActions.find((one) => one === query.get('azione')) ?? '',
    objectKind: auditObjects.find((one) => one === query.get('oggetto')) ?? '',
    objectId: (query.get('id') ?? '').trim(),
  };
}

export function addressOf({ from, to, staffId, action, objectKind, objectId }: AuditFilter): Record<string, string> {
  return { dal: from, al: to, persona: staffId, azione: action, oggetto: objectKind, id: objectId.trim() };
}

export function questionOf({ from, to, staffId, action, objectKind, objectId }: AuditFilter, cursor: string | null): AuditQuery {
  const asked = { from, to, staff_id: staffId, action, object_kind: objectKind, object_id: objectId, cursor: cursor ?? '' };
  const named = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  return { limit: entriesOnPage, ...named };
}
