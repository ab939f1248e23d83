import type { Appointment } from '@sportello/contract';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { CancelDialog } from './CancelDialog.tsx';

/** The button, and the question whether one is sure. */
export function Cancelling({ shown, label }: { readonly shown: Appointment; readonly label: string }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button kind="outline-danger" wide onClick={() => setAsking(true)}>
        {label}
      </Button>
      {isAsking && <CancelDialog shown={shown} onClose={() => setAsking(false)} />}
    </>
  );
}
