import type { Language } from '@sportello/contract';

/** A mail, ready to go to one person. */
export interface Mail {
  /** Of the outbox row: a second copy has the same. */
  readonly id: string;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  /** Where answers go, where that is another address. */
  readonly replyTo?: string | null;
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null;
  /** Epoch milliseconds: the header Date. */
  readonly sentAt: number;
}

/** Takes mails; when `send` has ended the mail is somebody else's to deliver. Throws SendError, and nothing else on purpose. */
export interface MailSender {
  /** @param signal ends the attempt, so that no server can keep a mail in hand for ever */
  send(mail: Mail, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/**
 * Class of a failure, all that is kept of it: the server said no, does not know our password, did not answer in time, could
 * not be reached, has no such address, or it was something else. `late`: its deadline came before anybody tried.
 */
export type Failure = 'refused' | 'sign-in' | 'timeout' | 'connection' | 'rejected-address' | 'unknown' | 'late';

export class SendError extends Error {
  /** Whether another attempt could end better. */
  readonly kind: 'temporary' | 'permanent';
  readonly failure: Failure;
  /** Codes for the log of who runs the desk, such as `550 RCPT TO`; never the server's words, they repeat addresses. */
  readonly hint: string;

  constructor(kind: 'temporary' | 'permanent', failure: Failure, hint = '') {
    super(`The mail was not taken: ${failure}`);
    this.kind = kind;
    this.failure = failure;
    this.hint = hint;
  }
}
