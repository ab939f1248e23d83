import { createWalkIn, type DeskAppointmentItem, type Office } from '@sportello/contract';
import { useRef } from 'react';
import { useAnswerSoon } from '../../api.ts';
import { services } from '../../directory.ts';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useForm } from '../../staff/form.ts';
import { showNow } from '../../staff/live/keep-current.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface Props {
  readonly offices: readonly Office[];
  readonly officeId: string | undefined;
  readonly onAdded: (item: DeskAppointmentItem) => void;
}

/** Somebody stands at the counter: service and name, and they wait. The service stays chosen for the next one. */
export function WalkInForm({ offices, officeId, onAdded }: Props) {
  const { walkIn: texts } = useMessages(deskToday);
  const known = useAnswerSoon(services());
  const nameField = useRef<HTMLDivElement>(null);
  const form = useForm({
    initial: { service_id: '', name: '' },
    check: ({ service_id, name }) => ({ service_id: service_id === '' ? texts.serviceMissing : undefined, name: name.trim() === '' ? texts.nameMissing : undefined }),
    send: (values) => staffCall(createWalkIn, { body: values }),
    onDone(added, { service_id }) {
      showNow(added);
      onAdded(added);
      form.reset({ service_id, name: '' });
      nameField.current?.querySelector('input')?.focus();
    },
  });
  const within = offices.filter(({ id }) => !officeId || id === officeId);
  const choices = within.flatMap((office) =>
    (known ?? []).filter(({ office_id }) => office_id === office.id).map(({ id, name }) => ({ value: id, label: within.length > 1 ? `${name} (${office.name})` : name })),
  );

  return (
    <form className="walk-in-form" onSubmit={form.submit} noValidate>
      <SelectField {...form.field('service_id')} label={texts.service} required empty={texts.choose} choices={choices} />
      <div ref={nameField}>
        <TextField {...form.field('name')} label={texts.name} required maxLength={200} autoComplete="off" />
      </div>
      <div ref={form.summary} tabIndex={-1} data-quiet-focus>
        <Refusal error={form.refusal} />
      </div>
      <Button type="submit" busy={form.isBusy}>
        {texts.add}
      </Button>
    </form>
  );
}
