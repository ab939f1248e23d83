import type { FastifyRequest } from 'fastify';
import type { Appointment } from '../appointments/appointment.ts';
import type { Actor } from '../audit/record.ts';
import type { Writer } from '../database/database.ts';
import type { Question } from '../directory/directory.ts';
import { clientOf } from '../http/client-address.ts';
import type { KeptAnswer, Remember } from '../http/idempotency.ts';
import { invalid, problem } from '../http/problems.ts';
import type { FileDeps } from './deps.ts';
import type { StoredRow } from './files.ts';
import { judgeFile } from './judge-file.ts';
import { keepFile, type KeepRefusal } from './keep-file.ts';
import { receiveFile, type ReceivedFile } from './receive-file.ts';
import { refused } from './refusals.ts';
import { orUnavailable } from './store/or-unavailable.ts';
import { tellPaperCame } from './tell-papers.ts';

/** Where an upload goes, who sends it, and what must hold for it. */
export interface Destination extends Pick<StoredRow, 'sentBy' | 'staffId' | 'guestId'> {
  readonly appointment: Appointment;
  readonly actor: Actor;
  readonly judge: (present: Appointment, now: number) => KeepRefusal | null;
  /** The questions that it may answer, one of which it has to; null: it answers none. */
  readonly questions: readonly Question[] | null;
}

/** Takes an upload that answers once for its Idempotency-Key: the content is part of what the key stands for. */
export async function takeUploadOnce(deps: FileDeps, request: FastifyRequest, destination: Destination): Promise<{ id: string; replayed: boolean }> {
  refuseEarly(deps, destination);
  return deps.uploads(clientOf(request.ip), async () => {
    const received = await receiveFile(request);
    const { givenName, questionId, digest } = received;
    const { answer, replayed } = await deps.idempotency.once(request, (remember) => keep(deps, request, { ...destination, received, remember }), { name: givenName, question_id: questionId, digest });
    return { ...(answer as { id: string }), replayed }; // made by this very function
  });
}

/** The same for the desk, whose requests carry no key. */
export async function takeUpload(deps: FileDeps, request: FastifyRequest, destination: Destination): Promise<{ id: string }> {
  refuseEarly(deps, destination);
  return deps.uploads(destination.staffId ?? clientOf(request.ip), async () => {
    const received = await receiveFile(request);
    const { answer } = await keep(deps, request, { ...destination, received, remember: () => Promise.resolve() });
    return answer;
  });
}

/** What cannot be kept anyway is not even read. */
function refuseEarly({ clock }: FileDeps, { appointment, judge }: Destination): void {
  const refusal = judge(appointment, clock.now());
  if (refusal) throw asProblem(refusal);
}

interface Taking extends Destination {
  readonly received: ReceivedFile;
  readonly remember: Remember;
}

async function keep(deps: FileDeps, request: FastifyRequest, { received, remember, ...destination }: Taking): Promise<KeptAnswer & { answer: { id: string } }> {
  const { appointment, questions, judge, actor, sentBy, staffId, guestId } = destination;
  const questionId = judgeQuestion(received.questionId, questions);
  const { name, mediaType } = await judgeFile(received, deps.scanner, request.log);
  const kept = (id: string) => ({ status: 201, answer: { id }, appointmentId: appointment.id });
  const file = { appointmentId: appointment.id, name, mediaType, content: received.content, digest: received.digest, questionId, actor, sentBy, staffId, guestId };
  const outcome = await orUnavailable(request.log, () =>
    keepFile(deps, file, {
      judge,
      remember: (tx: Writer, id) => remember(tx, kept(id)),
      tell: (tx, present, now) => tellPaperCame(tx, deps.database.tables, { appointment: present, sentBy, by: actor }, now),
    }),
  );
  if (!outcome.ok) throw asProblem(outcome.why);
  return kept(outcome.id);
}

function judgeQuestion(questionId: string | null, questions: readonly Question[] | null): string | null {
  if (questions === null && questionId === null) return null;
  const question = questions?.find(({ id, kind }) => id === questionId && kind === 'file');
  if (question) return question.id;
  throw invalid('/question_id', { it: 'Qui non c’è una domanda a cui rispondere con un file.', en: 'There is no question here that takes a file.' });
}

function asProblem(why: KeepRefusal) {
  if (why === 'hold-used') return problem('hold-used');
  return why === 'hold-expired' ? problem('hold-expired', { alternatives: [] }) : refused(why);
}
