import { changeMember, type Member, type Role, showMember } from '@sportello/contract';
import { useState } from 'react';
import { members } from '../../messages/members.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { Done } from '../../staff/Done.tsx';
import { useForm } from '../../staff/form.ts';
import { readMeAgain, useMe } from '../../staff/me.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf, staffCall } from '../../staff/staff-call.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { type MemberValues, mistakesInMember, scopeOf, valuesOf, withNewer } from './member-values.ts';
import { keepMember } from './queries.ts';
import { RoleFields } from './RoleFields.tsx';

/** `shown`: as it was read; a change of somebody else is shown, and what was typed here stays. */
export function MemberForm({ shown }: { readonly shown: Member }) {
  const { form: texts, member } = useMessages(members);
  const { save, unsaved } = useMessages(staff);
  const me = useMe();
  // As the person saw it when they began; a newer one is taken only when they know of it.
  const [known, setKnown] = useState(shown);
  const [newer, setNewer] = useState<Member | null>(null);
  const form = useForm({
    initial: valuesOf(shown),
    check: (values) => mistakesInMember(values, texts),
    send: async (values) => {
      try {
        return await staffCall(changeMember, { params: { member_id: shown.id }, body: { revision: known.revision, ...changeOf(known, values) } });
      } catch (error) {
        if (problemOf(error) === 'changed-meanwhile') await lookAgain(values);
        throw error;
      }
    },
    onDone: (changed) => {
      take(changed);
      if (changed.id === me.id) void readMeAgain();
    },
  });
  useUnsavedWarning(form.isChanged, unsaved);

  async function lookAgain(typed: MemberValues): Promise<void> {
    const found = await staffCall(showMember, { params: { member_id: shown.id } });
    form.set(withNewer(typed, valuesOf(known), valuesOf(found)));
    keepMember(found);
    setKnown(found);
    setNewer(found);
  }

  function take(changed: Member): void {
    keepMember(changed);
    setKnown(changed);
    setNewer(null);
  }

  function startFromNow(): void {
    if (newer) form.reset(valuesOf(newer));
    setNewer(null);
  }

  // State and invitation change beside this form; then its next save must know the newest revision.
  if (shown.revision > known.revision && newer === null) setKnown(shown);

  return (
    <form noValidate onSubmit={form.submit}>
      {newer && <ChangedMeanwhile newer={newer} onTake={startFromNow} />}
      <ErrorSummary errors={form.errors} ref={form.summary} />
      {problemOf(form.refusal) !== 'changed-meanwhile' && (
        <Refusal error={form.refusal} text={problemOf(form.refusal) === 'last-administrator' ? member.lastAdministrator : undefined} />
      )}
      <TextField {...form.field('given_name')} label={texts.givenName} required autoComplete="off" maxLength={100} />
      <TextField {...form.field('family_name')} label={texts.familyName} required autoComplete="off" maxLength={100} />
      <RoleFields form={form} />
      <div className="button-row">
        <Button type="submit" busy={form.isBusy}>
          {save}
        </Button>
        <Done text={form.isDone ? member.saved : null} />
      </div>
    </form>
  );
}

/** Only what differs from what was read. */
function changeOf(known: Member, values: ReturnType<typeof valuesOf>) {
  const before = valuesOf(known);
  const [given_name, family_name] = [values.given_name.trim(), values.family_name.trim()];
  // Checked before: a form without a role is not sent.
  const role = values.role as Role;
  return {
    ...(given_name !== before.given_name && { given_name }),
    ...(family_name !== before.family_name && { family_name }),
    ...(role !== before.role && { role }),
    ...(JSON.stringify(scopeOf(values)) !== JSON.stringify(scopeOf(before)) && { scope: scopeOf(values) }),
  };
}
