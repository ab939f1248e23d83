import { changeProfile, type NoticeKind, noticeKinds } from '@sportello/contract';
import { useId } from 'react';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffAccount } from '../../messages/staff-account.ts';
import { staff } from '../../messages/staff.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckboxGroup } from '../CheckboxGroup.tsx';
import { Done } from '../Done.tsx';
import { useForm } from '../form.ts';
import { keepMe, useMe } from '../me.ts';
import { Refusal } from '../Refusal.tsx';
import { staffCall } from '../staff-call.ts';
import { useUnsavedWarning } from '../unsaved.ts';

export function NoticesForm() {
  const { profile: texts } = useMessages(staffAccount);
  const { save, unsaved } = useMessages(staff);
  const id = useId();
  const me = useMe();
  const form = useForm({
    initial: { notices: inOrder(me.notices) },
    send: ({ notices }) => staffCall(changeProfile, { body: { notices } }),
    onDone: (changed) => {
      keepMe(changed);
    },
  });
  useUnsavedWarning(form.isChanged, unsaved);

  return (
    <form noValidate onSubmit={form.submit}>
      <Refusal error={form.refusal} />
      <CheckboxGroup
        id={id}
        legend={texts.noticesHelp}
        choices={noticeKinds.map((kind) => ({ value: kind, label: texts.noticeKinds[kind] }))}
        value={form.values.notices}
        onChange={(notices) => form.set({ notices: inOrder(notices) })}
      />
      <div className="button-row">
        <Button type="submit" busy={form.isBusy}>
          {save}
        </Button>
        <Done text={form.isDone ? texts.saved : null} />
      </div>
    </form>
  );
}

/** In one order, so that ticking and unticking is no change. */
function inOrder(chosen: readonly string[]): NoticeKind[] {
  return noticeKinds.filter((kind) => chosen.includes(kind));
}
