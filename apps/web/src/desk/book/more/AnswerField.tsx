import type { Question } from '@sportello/contract';
import { longestAnswer } from '../../../book/longest-answer.ts';
import { answerField } from '../../../book/mistakes.ts';
import { deskBook } from '../../../messages/desk-book.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { DeskDraft } from '../draft.ts';
import { draftField } from '../fields.ts';

interface Props {
  readonly question: Question;
  readonly draft: DeskDraft;
  readonly errors: Readonly<Record<string, string>>;
}

/** A question of the service; the desk may leave any of them open. */
export function AnswerField({ question, draft, errors }: Props) {
  const { more: texts } = useMessages(deskBook);
  const { kind, label, choices } = question;
  const field = { ...draftField(answerField(question), draft, errors), label };
  switch (kind) {
    case 'yes_no':
      return (
        <SelectField
          {...field}
          empty={texts.choose}
          choices={[
            { value: 'true', label: texts.yes },
            { value: 'false', label: texts.no },
          ]}
        />
      );
    case 'choice':
      return <SelectField {...field} empty={texts.choose} choices={choices} />;
    case 'date':
      return <TextField {...field} type="date" />;
    case 'short_text':
    case 'long_text':
    case 'practice_number':
    case 'tax_code':
      return <TextField {...field} maxLength={longestAnswer[kind]} autoComplete="off" />;
    case 'file':
      return null;
    default:
      return kind satisfies never;
  }
}
