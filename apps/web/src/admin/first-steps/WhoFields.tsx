import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { FieldOf } from '../../staff/form.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface Props {
  readonly who: FieldOf<string>;
  readonly name: FieldOf<string>;
  /** Name of who is signed in. */
  readonly mine: string;
}

/** Whose calendar it becomes: one's own, or of somebody who may have no account yet. */
export function WhoFields({ who, name, mine }: Props) {
  const { hours: texts } = useMessages(firstSteps);
  return (
    <>
      <RadioGroup
        {...who}
        label={texts.who}
        required
        choices={[
          { value: 'me', label: texts.me(mine) },
          { value: 'other', label: texts.other },
        ]}
      />
      {who.value === 'other' && <TextField {...name} label={texts.otherName} help={texts.otherHelp} required autoComplete="off" maxLength={200} />}
    </>
  );
}
