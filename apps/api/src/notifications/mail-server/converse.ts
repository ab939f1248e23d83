import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import type { MailFailure, MailStep } from '@sportello/contract';
import { mailSteps } from '@sportello/contract';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Resolve } from '../../calendars/busy/guarded-connection.ts';
import type { MailRoute } from './mail-route.ts';
import { openMailSocket } from './open-mail-socket.ts';
import { oneLine, type ReadTrouble, readConnectionTrouble, readSmtpTrouble } from './read-smtp-trouble.ts';

export interface StepTaken {
  readonly name: MailStep;
  readonly state: 'done' | 'failed' | 'not-needed' | 'not-reached';
  readonly failure: MailFailure | null;
  readonly answer: string | null;
}

/** How a conversation with a mail server went. */
export interface Conversation {
  readonly works: boolean;
  readonly steps: readonly StepTaken[];
  /** Until when the server's certificate holds, epoch milliseconds; null: there is none, or it was not believed. */
  readonly certificateUntil: number | null;
}

/** What is handed over; without it the conversation ends after the sign-in. */
export interface HandedOver {
  readonly from: string;
  readonly to: string;
  /** As it travels: headers and body. */
  readonly message: Buffer;
}

interface Patience {
  /** For the connection, and for each answer. */
  readonly timeoutMs?: number;
  /** For all of it. */
  readonly totalMs?: number;
  readonly resolve?: Resolve;
}

/** Speaks with a mail server as a real mail would, and tells how far it came. Answers within `totalMs`, and never throws. */
export async function converse(route: MailRoute, handed: HandedOver | null, { timeoutMs = 6_000, totalMs = 18_000, resolve }: Patience = {}): Promise<Conversation> {
  const signal = AbortSignal.timeout(totalMs);
  const done = new Map<MailStep, string | null>();
  let certificateUntil: number | null = null;
  let at: MailStep = 'connection';
  let connection: SMTPConnection | null = null;

  function told(trouble: ReadTrouble | null): Conversation {
    const steps = mailSteps.filter((name) => handed !== null || !['sender', 'recipient', 'message'].includes(name)).map((name) => stepTaken(name, trouble, done, route));
    return { works: trouble === null, steps, certificateUntil };
  }

  function seeCertificate(host: string, certificate: PeerCertificate): Error | undefined {
    certificateUntil = Date.parse(certificate.valid_to);
    return checkServerIdentity(host, certificate);
  }

  /** What `begin` starts, or the trouble that comes in between. */
  function step<Result>(begin: (answer: (error: unknown, result?: Result) => void) => void): Promise<Result | undefined> {
    return new Promise((resolvePromise, reject) => {
      connection?.once('error', reject);
      connection?.once('end', () => reject(new Error('broke off')));
      signal.addEventListener('abort', () => reject(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })), { once: true });
      begin((error, result) => (error ? reject(error as Error) : resolvePromise(result)));
    });
  }

  let socket;
  try {
    socket = await openMailSocket(route, { timeoutMs, signal, ...(resolve && { resolve }) });
  } catch (error) {
    const trouble = readConnectionTrouble(error);
    if (trouble.step === 'connection') done.set('name', null);
    return told(trouble);
  }
  done.set('name', null);

  try {
    connection = connectionOn(socket, route, { timeoutMs, seeCertificate });
    const open = connection;
    await step((answer) => open.connect((error) => answer(error)));
    done.set('connection', null);
    if (open.secure) done.set('encryption', null);
    at = 'sign-in';
    if (route.account) {
      const { user, password } = route.account;
      if (!open.allowsAuth) return told({ step: 'sign-in', failure: 'sign-in-not-offered', answer: null });
      await step((answer) => open.login({ user, pass: password, credentials: { user, pass: password } }, (error) => answer(error)));
      done.set('sign-in', null);
    }
    if (!handed) return told(null);
    at = 'message';
    const taken = await step<{ response?: string }>((answer) => open.send({ from: handed.from, to: [handed.to] }, handed.message, (error, info) => answer(error, info)));
    for (const name of ['sender', 'recipient'] as const) done.set(name, null);
    done.set('message', taken?.response ? oneLine(taken.response) : null);
    return told(null);
  } catch (error) {
    return told(readSmtpTrouble(error, at));
  } finally {
    if (connection) takeLeave(connection, { isPolite: !signal.aborted });
  }
}

const leaveMilliseconds = 500;

/** Says goodbye, and hangs up even where nobody answers. The connection closes its own socket: one below TLS must not be torn away. */
function takeLeave(connection: SMTPConnection, { isPolite }: { readonly isPolite: boolean }): void {
  connection.on('error', () => undefined);
  if (!isPolite) return connection.close();
  connection.quit();
  setTimeout(() => connection.close(), leaveMilliseconds).unref();
}

function connectionOn(socket: Awaited<ReturnType<typeof openMailSocket>>, route: MailRoute, { timeoutMs, seeCertificate }: { timeoutMs: number; seeCertificate: typeof checkServerIdentity }): SMTPConnection {
  const { host, port, security, trustsAnyCertificate = false } = route;
  return new SMTPConnection({
    host,
    port,
    connection: socket,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    tls: { checkServerIdentity: seeCertificate, rejectUnauthorized: !trustsAnyCertificate },
  });
}

function stepTaken(name: MailStep, trouble: ReadTrouble | null, done: ReadonlyMap<MailStep, string | null>, { security, account }: MailRoute): StepTaken {
  if (trouble?.step === name) return { name, state: 'failed', failure: trouble.failure, answer: trouble.answer };
  if (done.has(name)) return { name, state: 'done', failure: null, answer: done.get(name) ?? null };
  const isBefore = trouble === null || mailSteps.indexOf(name) < mailSteps.indexOf(trouble.step);
  const isUnneeded = (name === 'encryption' && (security === 'none' || security === 'if-offered')) || (name === 'sign-in' && account === null);
  if (isBefore && isUnneeded) return { name, state: 'not-needed', failure: null, answer: null };
  return { name, state: isBefore ? 'done' : 'not-reached', failure: null, answer: null };
}
