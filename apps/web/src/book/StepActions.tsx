import type { ReactNode } from 'react';
import { book } from '../messages/book.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { SaveRequest } from './SaveRequest.tsx';

interface Props {
  readonly backPath: string;
  /** What the form is sent with; "Avanti" if nothing else is said. */
  readonly submit?: ReactNode;
  readonly isBusy?: boolean;
}

/** Indietro, Salva richiesta, Avanti: at the foot of each step, in the order of the national model. */
export function StepActions({ backPath, submit, isBusy = false }: Props) {
  const { back, next } = useMessages(book);
  return (
    <div className="step-actions">
      <ButtonLink kind="outline-primary" href={backPath}>
        {back}
      </ButtonLink>
      <SaveRequest />
      <Button type="submit" busy={isBusy}>
        {submit ?? next}
      </Button>
    </div>
  );
}
