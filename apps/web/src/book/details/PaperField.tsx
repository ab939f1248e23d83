import type { Question } from '@sportello/contract';
import { useMemo } from 'react';
import { papers } from '../../messages/papers.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Papers } from '../../papers/Papers.tsx';
import { useDraft } from '../draft-store.ts';
import { answerField } from '../mistakes.ts';
import { papersOfQuestion } from './hold-papers.ts';
import { PaperFrame } from './PaperFrame.tsx';

/** A question that is answered with a paper: it is sent at once, to the time that is kept, so that a refresh loses nothing. */
export function PaperField({ question, error }: { readonly question: Question; readonly error: string | undefined }) {
  const texts = useMessages(papers);
  const { hold } = useDraft();
  const language = useLanguage();
  const port = useMemo(() => hold && papersOfQuestion(hold, question), [hold?.id, question.id, language]);
  const id = answerField(question);
  return (
    <PaperFrame id={id} question={question} error={error}>
      {(describedBy) => (port ? <Papers port={port} reader="citizen" question={question.label} inputId={id} describedBy={describedBy} isInvalid={error !== undefined} /> : <p>{texts.needsTime}</p>)}
    </PaperFrame>
  );
}
