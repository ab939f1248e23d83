import type { MailFailure, MailStep } from '@sportello/contract';
import { PrivateAddress } from '../../calendars/busy/guarded-connection.ts';

/** What nodemailer or the system says of a failure; all of it may be missing. */
interface Trouble {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly command?: unknown;
  readonly message?: unknown;
}

export interface ReadTrouble {
  readonly step: MailStep;
  readonly failure: MailFailure;
  /** The server's own words, where it said some. */
  readonly answer: string | null;
}

/** Why no connection came to be. Pure, as the rest of this file. */
export function readConnectionTrouble(error: unknown): ReadTrouble {
  const { code } = asTrouble(error);
  if (error instanceof PrivateAddress) return { step: 'name', failure: 'private-address', answer: null };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') return { step: 'name', failure: 'unknown-name', answer: null };
  return { step: 'connection', failure: code === 'ECONNREFUSED' ? 'refused-connection' : 'no-answer', answer: null };
}

/** Why the conversation ended; `at`: the step that was under way. */
export function readSmtpTrouble(error: unknown, at: MailStep): ReadTrouble {
  const trouble = asTrouble(error);
  const answer = typeof trouble.response === 'string' ? oneLine(trouble.response) : null;
  if (isAboutEncryption(trouble)) return { step: 'encryption', failure: encryptionFailure(trouble), answer };
  if (trouble.code === 'ETIMEDOUT') return { step: at, failure: 'no-answer', answer };
  if (typeof trouble.responseCode !== 'number' && at !== 'sign-in') return { step: at, failure: trouble.code === 'EPROTOCOL' ? 'not-a-mail-server' : 'broke-off', answer };
  return { step: stepOf(trouble, at), failure: refusalOf(trouble, at), answer };
}

/** A handshake that failed comes by its own code, or as a trouble of the socket that keeps the first code. */
function isAboutEncryption({ code, originalCode, message }: Trouble): boolean {
  return code === 'ETLS' || certificateFailure(String(originalCode ?? '')) !== null || /ERR_SSL|ERR_TLS|EPROTO$/.test(String(originalCode ?? '')) || (code === 'ESOCKET' && certificateFailure(String(message)) !== null);
}

function stepOf({ command }: Trouble, at: MailStep): MailStep {
  if (command === 'MAIL FROM') return 'sender';
  if (command === 'RCPT TO') return 'recipient';
  return command === 'DATA' ? 'message' : at;
}

function refusalOf(trouble: Trouble, at: MailStep): MailFailure {
  const step = stepOf(trouble, at);
  if (step === 'sign-in') return typeof trouble.responseCode === 'number' ? 'wrong-password' : trouble.code === 'EAUTH' ? 'sign-in-not-offered' : 'broke-off';
  if (trouble.responseCode === 530) return 'sign-in-needed';
  if (step === 'sender') return 'sender-refused';
  if (step === 'recipient') return 'recipient-refused';
  return step === 'message' ? 'message-refused' : 'not-a-mail-server';
}

/** The words are OpenSSL's and Node's own; nodemailer passes them on in its message. */
function encryptionFailure({ message, command, responseCode }: Trouble): MailFailure {
  const words = String(message);
  if (command === 'STARTTLS' && typeof responseCode === 'number') return 'no-encryption';
  return certificateFailure(words) ?? 'wrong-encryption';
}

/** Why a certificate is not believed; null: it is not about the certificate. */
export function certificateFailure(words: string): MailFailure | null {
  if (/expired|CERT_HAS_EXPIRED/i.test(words)) return 'certificate-expired';
  if (/self[- _]signed/i.test(words)) return 'certificate-self-signed';
  if (/altname|does not match/i.test(words)) return 'certificate-other-name';
  if (/unable to (get|verify)|UNABLE_TO/i.test(words)) return 'certificate-unknown-issuer';
  return /certificate/i.test(words) ? 'certificate-invalid' : null;
}

function asTrouble(error: unknown): Trouble {
  return typeof error === 'object' && error !== null ? error : {};
}

export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, 500);
}
