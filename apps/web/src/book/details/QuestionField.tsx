import type { Question } from '@sportello/contract';
import { useDraft } from '../draft-store.ts';
import { draftField } from '../fields.ts';
import { answerField } from '../mistakes.ts';
import { AnswerField } from './AnswerField.tsx';
import { PaperField } from './PaperField.tsx';

interface Props {
  readonly question: Question;
  readonly errors: Readonly<Record<string, string>>;
}

/** A question of the service, with the answer of this booking. */
export function QuestionField({ question, errors }: Props) {
  const { typed } = useDraft();
  const id = answerField(question);
  if (question.kind === 'file') return <PaperField question={question} error={errors[id]} />;
  const { onChange, error } = draftField(id, errors);
  return <AnswerField id={id} question={question} kind={question.kind} error={error} value={typed[id]} onChange={onChange} />;
}
