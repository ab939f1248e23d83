import { revokeOtherSessions, revokeSession, type StaffSession } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAnswer } from '../../api.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staffAccount } from '../../messages/staff-account.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Confirm } from '../Confirm.tsx';
import { Done } from '../Done.tsx';
import { formatMoment } from '../moments.ts';
import { Refusal } from '../Refusal.tsx';
import { staffCall } from '../staff-call.ts';
import { readSessionsAgain, sessions } from './queries.ts';

export function SessionsSection() {
  const { profile: texts } = useMessages(staffAccount);
  const open = useAnswer(sessions);
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const ending = useMutation({
    mutationFn: ({ id }: StaffSession) => staffCall(revokeSession, { params: { session_id: id } }),
    onSuccess: () => setSaid(texts.ended),
    onSettled: readSessionsAgain,
  });
  const hasOthers = open.some(({ is_current }) => !is_current);

  function endedOthers(): void {
    setAsking(false);
    setSaid(texts.endedOthers);
    void readSessionsAgain();
  }

  return (
    <>
      <Refusal error={ending.error} />
      <ul className="plain-list row-list">
        {open.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => ending.mutate(session)} />
        ))}
      </ul>
      {hasOthers ? (
        <Button kind="outline-danger" onClick={() => setAsking(true)}>
          {texts.endOthers}
        </Button>
      ) : (
        <p>{texts.onlyHere}</p>
      )}
      <Done text={said} />
      {isAsking && (
        <Confirm title={texts.endOthersTitle} action={texts.endOthers} send={() => staffCall(revokeOtherSessions, {})} onDone={endedOthers} onClose={() => setAsking(false)}>
          <p>{texts.endOthersText}</p>
        </Confirm>
      )}
    </>
  );
}

function SessionRow({ session, onEnd }: { readonly session: StaffSession; readonly onEnd: () => void }) {
  const { profile: texts } = useMessages(staffAccount);
  const language = useLanguage();
  return (
    <li>
      <div className="row-main">
        <strong>{session.device}</strong> {session.is_current && <Chip kind="success" label={texts.sessionHere} />}
        <span className="row-facts">
          {texts.network}: {session.network}
          <br />
          {texts.since}: {formatMoment(session.created_at, language)}
          <br />
          {texts.lastSeen}: {formatMoment(session.last_seen_at, language)}
        </span>
      </div>
      {!session.is_current && (
        <div className="row-actions">
          <button type="button" className="plain-button" aria-label={texts.endOneOf(session.device)} onClick={onEnd}>
            {texts.endOne}
          </button>
        </div>
      )}
    </li>
  );
}
