import { ApiProblem, guestRoles, type GuestRole } from '@sportello/contract';
import { type FormEvent, useId, useState } from 'react';
import { common } from '../../messages/common.ts';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { fieldErrorsOf, sayTrouble, troubleOf } from '../../trouble.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';

export interface GuestWish {
  readonly name: string;
  readonly role: GuestRole;
}

interface Props {
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onInvite: (wish: GuestWish) => void;
}

/** Who comes, too: a name that the others see, and whether they interpret. */
export function GuestForm({ isBusy, error, onInvite }: Props) {
  const { guests: texts } = useMessages(roomBefore);
  const id = useId();
  const [name, setName] = useState('');
  const [role, setRole] = useState<GuestRole>('relative');
  const [isMissing, setMissing] = useState(false);
  const nameError = isMissing ? texts.nameMissing : fieldErrorsOf(error).name;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const isEmpty = name.trim() === '';
    setMissing(isEmpty);
    if (isEmpty) return document.getElementById(`${id}-name`)?.focus();
    if (!isBusy) onInvite({ name: name.trim(), role });
  }

  return (
    <form className="guest-form" onSubmit={submit} noValidate>
      <TextField id={`${id}-name`} name="name" label={texts.name} required maxLength={100} autoComplete="off" error={nameError} value={name} onChange={setName} />
      <RadioGroup
        id={`${id}-role`}
        label={texts.role}
        required
        choices={guestRoles.map((value) => ({ value, label: texts.roles[value] })).reverse()}
        value={role}
        // The choices are these roles.
        onChange={(value) => setRole(value as GuestRole)}
      />
      {error && !fieldErrorsOf(error).name && <Trouble error={error} />}
      <Button type="submit" kind="outline-primary" busy={isBusy}>
        {texts.create}
      </Button>
    </form>
  );
}

function Trouble({ error }: { readonly error: Error }) {
  const { guests: texts } = useMessages(roomBefore);
  const { trouble } = useMessages(common);
  const name = error instanceof ApiProblem ? error.problemName : null;
  const text = name === 'limit-reached' ? texts.limit : name === 'room-closed' ? texts.closed : sayTrouble(troubleOf(error), trouble).text;
  return (
    <Alert kind="danger" role="alert">
      <p>{text}</p>
    </Alert>
  );
}
