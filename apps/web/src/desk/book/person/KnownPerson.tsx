import { deskBook } from '../../../messages/desk-book.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { Somebody } from '../draft.ts';

export function KnownPerson({ person: { name, phone, email } }: { readonly person: Extract<Somebody, { kind: 'known' }> }) {
  const { person: texts } = useMessages(deskBook);
  return (
    <div className="known-person">
      <Icon name="user" color="primary" />
      <p>
        <strong>{name}</strong>
        <br />
        {[phone, email].filter(Boolean).join(' · ') || texts.noContacts}
      </p>
    </div>
  );
}
