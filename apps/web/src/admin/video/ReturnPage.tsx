import { ApiProblem, connectionFailures, finishVideoConnection, type VideoConnection } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { videoConnection } from '../../messages/video-connection.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf, staffCall } from '../../staff/staff-call.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { answersIn } from './answers-in.ts';
import { keepConnection } from './queries.ts';

/** Where the vendor sends an administrator back to. What it sent along leaves the address bar before anything is shown. */
export function ReturnPage() {
  const texts = useMessages(videoConnection);
  const navigate = useNavigate();
  const [answers] = useState(takeAnswers);
  const isSent = useRef(false);
  const { mutate, error } = useMutation({
    mutationFn: (body: { code: string; state: string }) => staffCall(finishVideoConnection, { body }),
    onSuccess: async (connection: VideoConnection) => {
      keepConnection(connection);
      await navigate(staffPaths.video(), { replace: true, state: { said: texts.connect.done } });
    },
  });

  useEffect(() => {
    if (answers.are !== 'given' || isSent.current) return;
    isSent.current = true; // the code serves once
    mutate({ code: answers.code, state: answers.state });
  }, [answers, mutate]);

  const isOver = error !== null || answers.are !== 'given';
  return (
    <div className="container page-body">
      <StaffHead title={isOver ? texts.connect.failedTitle : texts.connect.returning} up={{ label: texts.title, href: staffPaths.video() }} />
      {!isOver && <p role="status">{texts.connect.returningText}</p>}
      {answers.are === 'denied' && <Alert kind="warning" role="alert">{texts.connect.denied}</Alert>}
      {answers.are === 'missing' && <p>{texts.connect.nothing}</p>}
      <Refusal error={error} text={error ? saidOf(error, texts) : undefined} />
      {isOver && (
        <ButtonLink href={staffPaths.video()} wide>
          {texts.connect.back}
        </ButtonLink>
      )}
    </div>
  );
}

/** Read once, and taken out of the address bar and the history of the browser at once. */
function takeAnswers(): ReturnType<typeof answersIn> {
  const answers = answersIn(window.location.search);
  window.history.replaceState(window.history.state, '', window.location.pathname);
  return answers;
}

function saidOf(error: Error, { connect, failures }: { readonly connect: { readonly over: string }; readonly failures: Readonly<Record<string, string>> }): string | undefined {
  if (problemOf(error) === 'link-over') return connect.over;
  const said = error instanceof ApiProblem ? error.problem?.failure : undefined;
  const failure = connectionFailures.find((one) => one === said);
  return failure && failures[failure];
}
