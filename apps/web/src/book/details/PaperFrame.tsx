import type { Question } from '@sportello/contract';
import type { ReactNode } from 'react';
import { FieldError, FieldHelp, FieldLabel } from '../../ui/FieldFrame.tsx';

interface Props {
  readonly id: string;
  readonly question: Pick<Question, 'label' | 'help' | 'required'>;
  readonly error: string | undefined;
  /** Takes the ids of what describes the field. */
  readonly children: (describedBy: string | undefined) => ReactNode;
}

/** A question that is answered with a paper: its words around the place where it is sent. */
export function PaperFrame({ id, question, error, children }: Props) {
  const help = question.help ?? undefined;
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="form-group" role="group" aria-labelledby={`${id}-label`}>
      <p className="form-label" id={`${id}-label`}>
        <FieldLabel label={question.label} required={question.required} />
      </p>
      <FieldHelp id={id} help={help} />
      {children(describedBy)}
      <FieldError id={id} error={error} />
    </div>
  );
}
