import type { Question } from '@sportello/contract';
import { useState } from 'react';
import { answerField } from '../../../book/mistakes.ts';
import { deskBook } from '../../../messages/desk-book.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { CompactSelect } from '../../CompactSelect.tsx';
import type { DeskDraft } from '../draft.ts';
import { typeFields } from '../draft-store.ts';
import { draftField } from '../fields.ts';
import { AnswerField } from './AnswerField.tsx';
import { OnBehalfFields } from './OnBehalfFields.tsx';

interface Props {
  readonly draft: DeskDraft;
  readonly questions: readonly Question[];
  readonly errors: Readonly<Record<string, string>>;
}

const languages = [
  { value: 'it', label: 'Italiano' },
  { value: 'en', label: 'English' },
];

/** What may be said and need not: closed until somebody wants it, or something in it is wrong. */
export function MoreFields({ draft, questions, errors }: Props) {
  const { more: texts } = useMessages(deskBook);
  const { typed } = draft;
  const own = ['topic', 'details', 'note', 'language', 'on_behalf_of/kind', ...questions.map(answerField)];
  const [isOpen, setOpen] = useState(() => own.some((field) => typed[field]?.trim()));
  const isWrong = Object.keys(errors).some((field) => /^(topic|details|note|answers|on_behalf_of)\b/.test(field));
  const isShown = isOpen || isWrong;
  return (
    <div className="more-fields">
      <button type="button" className="link-button" aria-expanded={isShown} aria-controls="more-fields" onClick={() => setOpen(!isShown)}>
        {texts.title}
      </button>
      <div id="more-fields" hidden={!isShown}>
        <TextField {...draftField('topic', draft, errors)} label={texts.topic} autoComplete="off" maxLength={120} />
        <OnBehalfFields draft={draft} errors={errors} />
        {questions.map((question) => (
          <AnswerField key={question.id} question={question} draft={draft} errors={errors} />
        ))}
        <TextArea id="details" label={texts.details} rows={2} maxLength={2000} error={errors.details} defaultValue={typed.details} onChange={(details) => typeFields({ details })} />
        <TextArea id="note" label={texts.note} help={texts.noteHelp} rows={2} maxLength={2000} error={errors.note} defaultValue={typed.note} onChange={(note) => typeFields({ note })} />
        <CompactSelect
          label={texts.language}
          {...(draft.person?.kind === 'known' && { empty: texts.sameLanguage })}
          choices={languages}
          value={typed.language ?? (draft.person?.kind === 'known' ? '' : 'it')}
          onChange={(language) => typeFields({ language })}
        />
      </div>
    </div>
  );
}
