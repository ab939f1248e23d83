import type { AuditAction, AuditEntry } from '@sportello/contract';
import { audit } from '../../messages/audit.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';

/** What they are done to is clear. */
const standsAlone: readonly AuditAction[] = ['sign-in', 'sign-in-refused', 'sign-out'];

/** An entry of the trail in plain words. */
export function useAuditWords() {
  const { actions, objects, actors, nobodyKnown, phrase, fieldNames } = useMessages(audit);
  return {
    phraseOf: ({ action, object_kind }: Pick<AuditEntry, 'action' | 'object_kind'>) => (standsAlone.includes(action) ? actions[action] : phrase(actions[action], objects[object_kind])),
    fieldOf: (field: string) => (Object.hasOwn(fieldNames, field) ? fieldNames[field as keyof typeof fieldNames] : field),
    // Whoever was not let in did not show who they are.
    actorOf: ({ action, actor, staff_name, key_name }: Pick<AuditEntry, 'action' | 'actor' | 'staff_name' | 'key_name'>) => staff_name ?? (key_name === null ? null : `${actors.key}: ${key_name}`) ?? (action === 'sign-in-refused' ? nobodyKnown : actors[actor]),
  };
}
