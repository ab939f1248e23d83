import { useState } from 'react';
import { deskBook } from '../../messages/desk-book.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { isBegun } from './draft.ts';
import { currentDraft } from './draft-store.ts';

/** Somebody comes back to a page that they had left half done: nothing is lost, and one press clears it. */
export function RestoredNote({ onStartOver }: { readonly onStartOver: () => void }) {
  const texts = useMessages(deskBook);
  const [isRestored, setRestored] = useState(() => wasTyped());
  if (!isRestored) return null;
  return (
    <p className="restored-note" role="status">
      {texts.restored}{' '}
      <Button
        kind="outline-primary"
        onClick={() => {
          setRestored(false);
          onStartOver();
        }}
      >
        {texts.startOver}
      </Button>
    </p>
  );
}

/** What the page itself knew from the start is nothing that was typed. */
function wasTyped(): boolean {
  const draft = currentDraft();
  return draft !== null && draft.origin === '' && isBegun(draft);
}
