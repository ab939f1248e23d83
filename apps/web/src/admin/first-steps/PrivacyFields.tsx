import { firstSteps } from '../../messages/first-steps.ts';
import type { Language } from '../../messages/language.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { Form } from '../../staff/form.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';

export interface PrivacyValues {
  /** How the data protection officer is reached. */
  readonly dpo: string;
  /** As somebody wrote it; null: our draft, in which the contact is filled in. */
  readonly it: string | null;
  readonly en: string | null;
  readonly isRead: boolean;
}

interface Props {
  readonly form: Form<PrivacyValues>;
  readonly textOf: (language: Language) => string;
  readonly isEnglish: boolean;
}

const longest = 100_000;

/** The first privacy notice: a draft of ours that the union reads and makes its own. */
export function PrivacyFields({ form, textOf, isEnglish }: Props) {
  const { publish: texts } = useMessages(firstSteps);
  const { value: isRead, ...read } = form.field('isRead');
  return (
    <>
      <p>{texts.privacyNeeded}</p>
      <Alert kind="warning">
        <p>{texts.privacyDraft}</p>
      </Alert>
      <TextField {...form.field('dpo')} label={texts.dpo} help={texts.dpoHelp} required autoComplete="off" maxLength={200} />
      <TextArea {...form.field('it')} value={textOf('it')} label={texts.text} required rows={14} maxLength={longest} />
      {isEnglish && <TextArea {...form.field('en')} value={textOf('en')} label={texts.textEnglish} rows={6} maxLength={longest} />}
      <Checkbox {...read} label={texts.read} required checked={isRead} />
    </>
  );
}
