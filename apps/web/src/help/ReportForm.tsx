import { type CallInput, type createReport, isEmail, normalizeEmail } from '@sportello/contract';
import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { common } from '../messages/common.ts';
import { help } from '../messages/help.ts';
import type { it } from '../messages/help.it.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { fieldErrorsOf, sayTrouble, troubleOf } from '../trouble.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';

export type Report = CallInput<typeof createReport>['body'];

interface Props {
  /** Path of the page that is wrong, or empty. */
  readonly page: string;
  readonly isSending: boolean;
  /** What the API said of the last attempt. */
  readonly refusal: Error | null;
  readonly onSend: (report: Report) => void;
}

// As the API has it.
const fewestCharacters = 10;
const mostCharacters = 2000;

export function ReportForm({ page, isSending, refusal, onSend }: Props) {
  const { report: texts } = useMessages(help);
  const { field, trouble } = useMessages(common);
  const [mistakes, setMistakes] = useState<Record<string, string>>({});
  const summary = useRef<HTMLDivElement>(null);
  const errors = { ...mistakes, ...fieldErrorsOf(refusal) };

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const report = reportIn(event.currentTarget);
    const found = mistakesIn(report, texts);
    flushSync(() => setMistakes(found));
    if (Object.keys(found).length === 0) onSend({ ...report, ...(page && { path: page }) });
    summary.current?.focus();
  }

  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} ref={summary} />
      {page && <p>{texts.about(page)}</p>}
      <p>{field.requiredNote}</p>
      <TextArea id="text" label={texts.text} help={texts.textHelp} error={errors.text} required maxLength={mostCharacters} rows={6} />
      <TextField id="email" type="email" label={texts.email} help={texts.emailHelp} error={errors.email} autoComplete="email" maxLength={254} />
      {refusal && Object.keys(errors).length === 0 && (
        <Alert kind="danger" role="alert">
          <p>{sayTrouble(troubleOf(refusal), trouble).text}</p>
        </Alert>
      )}
      <Button type="submit" busy={isSending} wide>
        {texts.send}
      </Button>
    </form>
  );
}

function reportIn(form: HTMLFormElement): Report {
  const typed = new FormData(form);
  const read = (name: string) => String(typed.get(name) ?? '').trim();
  return { text: read('text'), email: normalizeEmail(read('email')) || null };
}

/** Field -> how to mend it. */
function mistakesIn({ text, email }: Report, texts: typeof it.report): Record<string, string> {
  return { ...(text.length < fewestCharacters && { text: texts.textMissing }), ...(email && !isEmail(email) && { email: texts.emailWrong }) };
}
