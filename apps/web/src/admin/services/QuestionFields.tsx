import { type QuestionContent, questionKinds } from '@sportello/contract';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { ChoicesFields } from './ChoicesFields.tsx';
import { InTwo } from '../records/InTwo.tsx';
import { newChoice, without } from './new-content.ts';
import type { ServiceEdit } from './service-edit.ts';

interface Props {
  readonly edit: ServiceEdit;
  readonly pointer: string;
  readonly question: QuestionContent;
  readonly number: number;
}

/** The fields of one question. */
export function QuestionFields({ edit, pointer, question, number }: Props) {
  const { questions: texts } = useMessages(servicesAdmin);

  function changeKind(value: string): void {
    const kind = questionKinds.find((one) => one === value);
    if (!kind) return;
    const plain = without(question, ['choices']);
    const first = newChoice([]);
    edit.put(pointer, kind === 'choice' ? { ...plain, kind, choices: question.choices ?? [first, newChoice([first])] } : { ...plain, kind });
  }

  return (
    <fieldset className="rule-fields">
      <legend className="visually-hidden">{texts.group(number)}</legend>
      <InTwo edit={edit} at={`${pointer}/label`} label={texts.label} required maxLength={500} />
      <InTwo edit={edit} at={`${pointer}/help`} label={texts.help} maxLength={2000} />
      <SelectField
        id={edit.idOf(`${pointer}/kind`)}
        label={texts.kind}
        error={edit.errorOf(`${pointer}/kind`)}
        required
        empty={texts.chooseKind}
        choices={questionKinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
        value={question.kind}
        onChange={changeKind}
      />
      {question.kind === 'choice' && <ChoicesFields edit={edit} pointer={`${pointer}/choices`} choices={question.choices ?? []} />}
      <Checkbox id={edit.idOf(`${pointer}/required`)} label={texts.required} checked={question.required} onChange={(required) => edit.put(`${pointer}/required`, required)} />
    </fieldset>
  );
}
