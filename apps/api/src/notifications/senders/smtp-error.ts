import { type Failure, SendError } from './sender.ts';

/** What nodemailer says of a failure; all of it may be missing. */
interface SmtpFailure {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly command?: unknown;
}

const connectionCodes = ['ECONNECTION', 'ESOCKET', 'EDNS', 'ETLS', 'EPROXY', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'];

/**
 * Only a "no" to the address itself is for ever. A refused sender, a wrong password, a policy or a full quota can be
 * mended by an administrator before the deadline, so these are tried again even where the server says 5xx.
 */
export function asSendError(error: unknown): SendError {
  const failure: SmtpFailure = typeof error === 'object' && error !== null ? error : {};
  const hint = [failure.originalCode ?? failure.code, failure.responseCode, failure.command].filter(Boolean).join(' ');
  if (isAboutAddress(failure)) return new SendError('permanent', 'rejected-address', hint);
  return new SendError('temporary', failureOf(failure), hint);
}

function failureOf({ code, responseCode }: SmtpFailure): Failure {
  if (code === 'EAUTH') return 'sign-in';
  if (typeof responseCode === 'number') return 'refused';
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'timeout';
  return connectionCodes.some((known) => known === code) ? 'connection' : 'unknown';
}

function isAboutAddress({ code, responseCode, response, command }: SmtpFailure): boolean {
  if (typeof responseCode !== 'number') return code === 'EENVELOPE'; // no server was asked: it is no address at all
  return command === 'RCPT TO' && responseCode >= 500 && responseCode !== 503 && !isPolicy(String(response));
}

/** X.7.X is security or policy (RFC 3463); servers without such codes say it in words. */
function isPolicy(response: string): boolean {
  return /\b5\.7\.\d|relay|authenticat/i.test(response);
}
