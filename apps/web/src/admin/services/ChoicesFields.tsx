import type { QuestionContent } from '@sportello/contract';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { FieldError } from '../../ui/FieldFrame.tsx';
import { InTwo } from '../records/InTwo.tsx';
import { newChoice } from './new-content.ts';
import type { ServiceEdit } from './service-edit.ts';

interface Props {
  readonly edit: ServiceEdit;
  readonly pointer: string;
  readonly choices: NonNullable<QuestionContent['choices']>;
}

const mostChoices = 100;

/** The answers to choose from. What an answer is kept as stays hidden: it never changes, so that given answers keep their words. */
export function ChoicesFields({ edit, pointer, choices }: Props) {
  const { questions: texts } = useMessages(servicesAdmin);
  return (
    <fieldset id={edit.idOf(pointer)} tabIndex={-1} data-quiet-focus className="plain-group">
      <legend>{texts.choices}</legend>
      <FieldError id={edit.idOf(pointer)} error={edit.errorOf(pointer)} />
      {choices.map(({ value }, index) => (
        <div className="choice-row" key={value}>
          <InTwo edit={edit} at={`${pointer}/${index}/label`} label={texts.choice(index + 1)} required maxLength={200} />
          <button type="button" className="plain-button" aria-label={texts.removeChoice(index + 1)} onClick={() => edit.put(pointer, choices.toSpliced(index, 1))}>
            {texts.remove}
          </button>
        </div>
      ))}
      {choices.length < mostChoices && (
        <Button kind="outline-primary" onClick={() => edit.put(pointer, [...choices, newChoice(choices)])}>
          {texts.addChoice}
        </Button>
      )}
    </fieldset>
  );
}
