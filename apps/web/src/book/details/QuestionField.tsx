import type { Question } from '@sportello/contract';
import { bookPerson } from '../../messages/book-person.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDraft } from '../draft-store.ts';
import { draftField } from '../fields.ts';
import { longestAnswer } from '../longest-answer.ts';
import { answerField } from '../mistakes.ts';
import { PaperField } from './PaperField.tsx';

interface Props {
  readonly question: Question;
  readonly errors: Readonly<Record<string, string>>;
}

/** A question of the service, as its kind is answered. */
export function QuestionField({ question, errors }: Props) {
  const { details: texts } = useMessages(bookPerson);
  const { typed } = useDraft();
  const { kind, label, required, choices } = question;
  const id = answerField(question);
  const field = { ...draftField(id, errors), label, help: question.help ?? undefined, required };
  switch (kind) {
    case 'yes_no':
      return (
        <ChoiceField
          {...field}
          empty={texts.choose}
          choices={[
            { value: 'true', label: texts.yes },
            { value: 'false', label: texts.no },
          ]}
          value={typed[id]}
        />
      );
    case 'choice':
      return <ChoiceField {...field} empty={texts.choose} choices={choices} value={typed[id]} />;
    case 'long_text':
      return <TextArea {...field} maxLength={longestAnswer.long_text} />;
    case 'date':
      return <TextField {...field} type="date" />;
    case 'short_text':
    case 'practice_number':
    case 'tax_code':
      return <TextField {...field} maxLength={longestAnswer[kind]} autoComplete="off" />;
    case 'file':
      return <PaperField question={question} error={errors[id]} />;
    default:
      return kind satisfies never;
  }
}
