import { changePerson, type DeskPerson, may, revealDeskPerson, showDeskPerson } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { people } from '../../../messages/people.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { staff } from '../../../messages/staff.ts';
import { useForm } from '../../../staff/form.ts';
import { useMe } from '../../../staff/me.ts';
import { Refusal } from '../../../staff/Refusal.tsx';
import { problemOf, staffCall } from '../../../staff/staff-call.ts';
import { useUnsavedWarning } from '../../../staff/unsaved.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { keepPerson } from '../queries.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { changeOf, type Correction, correctionOf, hiddenIn, isChanged, mistakesIn, withNewer } from './correction.ts';
import { CorrectionFields } from './CorrectionFields.tsx';
import { HiddenContacts } from './HiddenContacts.tsx';

interface Props {
  /** As they were shown when the form was opened. */
  readonly begun: DeskPerson;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** Names at once, contacts once they are shown. A change of somebody else is told, and what was typed here stays. */
export function CorrectionForm({ begun, onSaved, onCancel }: Props) {
  const { correction: texts } = useMessages(people);
  const { cancel, unsaved } = useMessages(staff);
  const { role } = useMe();
  const params = { person_id: begun.id };
  // As it was seen last; a newer state is taken only when the person knows of it.
  const [known, setKnown] = useState(begun);
  const [overtaken, setOvertaken] = useState<{ readonly before: DeskPerson; readonly newer: DeskPerson } | null>(null);
  const form = useForm({
    initial: correctionOf(begun),
    check: (typed) => mistakesIn(known.kind, typed, texts),
    send: async (typed) => {
      try {
        return await staffCall(changePerson, { params, body: { revision: known.revision, ...changeOf(known, typed) } });
      } catch (error) {
        if (problemOf(error) === 'changed-meanwhile') await lookAgain();
        throw error;
      }
    },
    onDone: (changed) => {
      keepPerson(changed);
      onSaved();
    },
  });
  const reveal = useMutation({ mutationFn: () => staffCall(revealDeskPerson, { params, body: {} }), onSuccess: see, gcTime: 0 });
  useUnsavedWarning(isChanged(known, form.values) && !form.isDone, unsaved);

  const firstField = useRef<HTMLDivElement>(null);
  useEffect(() => firstField.current?.querySelector<HTMLInputElement>('input')?.focus(), []);

  /** How they are now, in full where they were seen in full. */
  async function lookAgain(): Promise<void> {
    see(await (known.is_masked ? staffCall(showDeskPerson, { params }) : staffCall(revealDeskPerson, { params, body: {} })));
  }

  function see(now: DeskPerson): void {
    form.set(onlyDifferent(form.values, withNewer(form.values, known, now)));
    if (now.revision !== known.revision) setOvertaken({ before: known, newer: now });
    setKnown(now);
  }

  function startFromNow(): void {
    form.reset(correctionOf(known));
    setOvertaken(null);
    firstField.current?.querySelector<HTMLInputElement>('input')?.focus();
  }

  function save(event: Parameters<typeof form.submit>[0]): void {
    event?.preventDefault();
    if (isChanged(known, form.values)) form.submit(event);
    else onCancel();
  }

  return (
    <form noValidate onSubmit={save} className="correction-form">
      {overtaken && <ChangedMeanwhile before={overtaken.before} newer={overtaken.newer} onTake={startFromNow} />}
      <p className="form-text">{texts.help}</p>
      <ErrorSummary errors={form.errors} ref={form.summary} />
      {problemOf(form.refusal) !== 'changed-meanwhile' && <Refusal error={form.refusal} />}
      <div ref={firstField}>
        <CorrectionFields form={form} kind={known.kind} hidden={hiddenIn(known)} />
      </div>
      {may(role, 'person.reveal') && hiddenIn(known).length > 0 && <HiddenContacts known={known} isBusy={reveal.isPending} error={reveal.error} onReveal={() => reveal.mutate()} />}
      <div className="button-row">
        <Button type="submit" busy={form.isBusy}>
          {texts.save}
        </Button>
        <Button kind="outline-primary" onClick={onCancel}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}

/** So that a field that stays as it is keeps what is said of it. */
function onlyDifferent(before: Correction, after: Correction): Partial<Correction> {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => before[field as keyof Correction] !== value)); // a field of its own kind
}
