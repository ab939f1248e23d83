import type { RecordContent } from '@sportello/contract';
import { recordFields } from '../../messages/record-fields.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { describedBy, FieldFrame } from '../../ui/FieldFrame.tsx';
import type { Edit } from './use-record-edit.ts';

interface Props {
  // A text field is the same in every kind of content.
  readonly edit: Pick<Edit<RecordContent>, 'text'>;
  /** Where the text is: `/name` has `/name/it` and `/name/en`. */
  readonly at: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** Whether the Italian text is needed; the English one never is. */
  readonly required?: boolean;
  readonly maxLength: number;
  /** How many rows; one is a line, more are a text. */
  readonly rows?: number;
}

/** A text in Italian and English: side by side on a wide screen, and said where the English one is missing. */
export function InTwo({ edit, at, label, help, required = false, maxLength, rows = 1 }: Props) {
  const { inLanguage, missingEnglish } = useMessages(recordFields);
  const [italian, english] = [edit.text(`${at}/it`), edit.text(`${at}/en`)];
  const isMissing = italian.value.trim() !== '' && english.value.trim() === '';
  return (
    <div className="in-two">
      <OneLanguage {...italian} label={inLanguage.it(label)} help={help} required={required} maxLength={maxLength} rows={rows} language="it" />
      <OneLanguage {...english} label={inLanguage.en(label)} help={isMissing ? missingEnglish : help} maxLength={maxLength} rows={rows} language="en" />
    </div>
  );
}

interface OneProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error: string | undefined;
  readonly required?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  readonly rows: number;
  readonly language: 'it' | 'en';
}

function OneLanguage(props: OneProps) {
  const { value, onChange, maxLength, rows, language } = props;
  const field = { ...describedBy(props), className: 'form-control', value, maxLength, lang: language, onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange(target.value) };
  return <FieldFrame {...props}>{rows === 1 ? <input type="text" autoComplete="off" {...field} /> : <textarea rows={rows} {...field} />}</FieldFrame>;
}
