import { changeMember, inviteAgain, type Member, removeMember, resetSecondFactor, showMember } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { members } from '../../messages/members.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Confirm } from '../../staff/Confirm.tsx';
import { Done } from '../../staff/Done.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { detailOf, problemOf, staffCall } from '../../staff/staff-call.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { LeavingNote, RemovalNote } from './calendars/LeavingNote.tsx';
import { keepMember, readMembersAgain } from './queries.ts';

type Question = 'suspend' | 'remove' | 'reset';

/** Whether the person may come in: invitation, suspension, the lost second factor. */
export function MemberAccess({ shown }: { readonly shown: Member }) {
  const { member: texts, list } = useMessages(members);
  const [question, setQuestion] = useState<Question | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const navigate = useNavigate();
  const params = { member_id: shown.id };
  const name = `${shown.given_name} ${shown.family_name}`;
  const again = useMutation({ mutationFn: () => staffCall(inviteAgain, { params, body: {} }), onSuccess: (found) => finish(found, texts.invitedAgain), onError: (error: Error) => lookAgain(error) });
  const back = useMutation({ mutationFn: () => setState('active'), onSuccess: (found) => finish(found, texts.reactivated), onError: (error: Error) => lookAgain(error) });

  function setState(state: 'active' | 'suspended') {
    return staffCall(changeMember, { params, body: { revision: shown.revision, state } });
  }

  function finish(found: Member, text: string): void {
    keepMember(found);
    setQuestion(null);
    setSaid(text);
  }

  async function goAway(): Promise<void> {
    void readMembersAgain();
    await navigate(staffPaths.members(), { state: { said: list.removed(shown.email) } });
  }

  /** Somebody else was quicker: the page shows how it is now. */
  async function lookAgain(error: unknown): Promise<void> {
    if (isOvertaken(error)) keepMember(await staffCall(showMember, { params }));
  }

  async function withLook<Answer>(sending: Promise<Answer>): Promise<Answer> {
    return sending.catch(async (error: unknown) => {
      await lookAgain(error);
      throw error;
    });
  }

  function sayRefusal(error: Error): string | undefined {
    if (problemOf(error) === 'last-administrator') return texts.lastAdministrator;
    if (problemOf(error) === 'still-used') return detailOf(error);
    return isOvertaken(error) ? texts.gone : undefined;
  }

  const error = again.error ?? back.error;
  return (
    <>
      <Refusal error={error} text={error ? sayRefusal(error) : undefined} />
      <div className="button-row">
        {shown.state === 'invited' && (
          <>
            <Button kind="outline-primary" busy={again.isPending} onClick={() => again.mutate()}>
              {texts.inviteAgain}
            </Button>
            <Button kind="outline-danger" onClick={() => setQuestion('remove')}>
              {texts.remove}
            </Button>
          </>
        )}
        {shown.state === 'suspended' && (
          <Button kind="outline-primary" busy={back.isPending} onClick={() => back.mutate()}>
            {texts.reactivate}
          </Button>
        )}
        {shown.state === 'active' && (
          <Button kind="outline-danger" onClick={() => setQuestion('suspend')}>
            {texts.suspend}
          </Button>
        )}
        {shown.has_second_factor && (
          <Button kind="outline-danger" onClick={() => setQuestion('reset')}>
            {texts.reset}
          </Button>
        )}
      </div>
      <Done text={said} />
      {question === 'suspend' && (
        <Confirm
          title={texts.suspendTitle(name)}
          action={texts.suspend}
          send={async () => finish(await withLook(setState('suspended')), texts.suspended)}
          sayRefusal={sayRefusal}
          onDone={() => setQuestion(null)}
          onClose={() => setQuestion(null)}
        >
          <p>{texts.suspendText}</p>
          <LeavingNote shown={shown} />
        </Confirm>
      )}
      {question === 'remove' && (
        <Confirm title={texts.removeTitle(name)} action={texts.remove} send={() => withLook(staffCall(removeMember, { params }))} sayRefusal={sayRefusal} onDone={() => void goAway()} onClose={() => setQuestion(null)}>
          <p>{texts.removeText}</p>
          <RemovalNote shown={shown} />
        </Confirm>
      )}
      {question === 'reset' && (
        <Confirm
          title={texts.resetTitle(name)}
          action={texts.reset}
          send={async () => finish(await staffCall(resetSecondFactor, { params, body: {} }), texts.resetDone)}
          sayRefusal={sayRefusal}
          onDone={() => setQuestion(null)}
          onClose={() => setQuestion(null)}
        >
          <p>{texts.resetText}</p>
        </Confirm>
      )}
    </>
  );
}

function isOvertaken(error: unknown): boolean {
  const name = problemOf(error);
  return name === 'changed-meanwhile' || name === 'state-conflict';
}
