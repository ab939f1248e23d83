import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { FieldOf } from '../../staff/form.ts';
import { TextArea } from '../../ui/TextArea.tsx';

interface Props {
  readonly outcome: FieldOf<string>;
  readonly nextStep: FieldOf<string>;
}

/** How it went and what comes next, as the citizen reads it. */
export function OutcomeFields({ outcome: { value: outcome, ...outcomeField }, nextStep: { value: nextStep, ...nextField } }: Props) {
  const { outcomeForm: texts } = useMessages(deskToday);
  return (
    <>
      <TextArea {...outcomeField} label={texts.outcome} help={texts.outcomeHelp} maxLength={2000} rows={3} defaultValue={outcome} />
      <TextArea {...nextField} label={texts.nextStep} help={texts.nextStepHelp} maxLength={1000} rows={2} defaultValue={nextStep} />
    </>
  );
}
