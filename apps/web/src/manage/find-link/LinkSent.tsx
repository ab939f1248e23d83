import { useEffect, useRef } from 'react';
import { manage } from '../../messages/manage.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';

export function LinkSent({ onAgain }: { readonly onAgain: () => void }) {
  const { findLink: texts } = useMessages(manage);
  const title = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone: the focus goes to what took its place.
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <Alert kind="success">
        <h2 tabIndex={-1} ref={title}>
          {texts.sent}
        </h2>
        <p>{texts.sentText}</p>
        <p>{texts.sentHelp}</p>
      </Alert>
      <Button kind="outline-primary" onClick={onAgain}>
        {texts.again}
      </Button>
    </>
  );
}
