import type { Appointment } from '@sportello/contract';
import { useState } from 'react';
import { manage } from '../../messages/manage.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { CancelDialog } from './CancelDialog.tsx';

/** The button, and the question whether one is sure. */
export function Cancelling({ shown }: { readonly shown: Appointment }) {
  const { actions } = useMessages(manage);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button kind="outline-danger" wide onClick={() => setAsking(true)}>
        {actions.cancel}
      </Button>
      {isAsking && <CancelDialog shown={shown} onClose={() => setAsking(false)} />}
    </>
  );
}
