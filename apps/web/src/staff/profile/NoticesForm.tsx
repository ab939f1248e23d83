import { changeProfile, may, type Me, type NoticeKind, noticeKinds, type ProfileChange } from '@sportello/contract';
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
    initial: { chosen: chosenOf(me) },
    send: ({ chosen }) => staffCall(changeProfile, { body: changeOf(chosen, me) }),
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
        legend={choicesFor(me).includes('system') ? texts.noticesAndSystem : texts.noticesHelp}
        choices={choicesFor(me).map((choice) => ({ value: choice, label: choice === 'system' ? texts.systemNotices : texts.noticeKinds[choice] }))}
        value={form.values.chosen}
        onChange={(chosen) => form.set({ chosen: inOrder(chosen) })}
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

type Choice = NoticeKind | 'system';
const allChoices: readonly Choice[] = [...noticeKinds, 'system'];

/** Who administers the desk hears of the state of the system too. */
function choicesFor({ role }: Me): readonly Choice[] {
  return may(role, 'union.change') ? allChoices : noticeKinds;
}

function chosenOf(me: Me): Choice[] {
  return inOrder([...me.notices, ...(me.system_notices && choicesFor(me).includes('system') ? ['system'] : [])]);
}

function changeOf(chosen: readonly Choice[], me: Me): ProfileChange {
  const notices = noticeKinds.filter((kind) => chosen.includes(kind));
  return choicesFor(me).includes('system') ? { notices, system_notices: chosen.includes('system') } : { notices };
}

/** In one order, so that ticking and unticking is no change. */
function inOrder(chosen: readonly string[]): Choice[] {
  return allChoices.filter((choice) => chosen.includes(choice));
}
