import type { Question, QuestionKind } from '@sportello/contract';
import { bookPerson } from '../../messages/book-person.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { longestAnswer } from '../longest-answer.ts';

interface Props {
  readonly id: string;
  readonly question: Pick<Question, 'label' | 'help' | 'required' | 'choices'>;
  /** A paper is sent, not typed: it has a field of its own. */
  readonly kind: Exclude<QuestionKind, 'file'>;
  readonly error: string | undefined;
  /** What the field begins with. */
  readonly value: string | undefined;
  readonly onChange: (answer: string) => void;
}

/** A question as its kind is answered; where the answer goes is the caller's affair. */
export function AnswerField({ id, question, kind, error, value, onChange }: Props) {
  const { details: texts } = useMessages(bookPerson);
  const field = { id, name: id, error, onChange, label: question.label, help: question.help ?? undefined, required: question.required };
  const typed = { ...field, defaultValue: value ?? '' };
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
          value={value}
        />
      );
    case 'choice':
      return <ChoiceField {...field} empty={texts.choose} choices={question.choices} value={value} />;
    case 'long_text':
      return <TextArea {...typed} maxLength={longestAnswer.long_text} />;
    case 'date':
      return <TextField {...typed} type="date" />;
    case 'short_text':
    case 'practice_number':
    case 'tax_code':
      return <TextField {...typed} maxLength={longestAnswer[kind]} autoComplete="off" />;
    default:
      return kind satisfies never;
  }
}
