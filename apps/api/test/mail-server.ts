import type { AddressInfo, Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type Desk, makeDesk } from '../src/notifications/desk.fixture.ts';
import { parseMime, type MimePart } from '../src/notifications/mime.fixture.ts';
import { insertDirectory } from '../src/notifications/rows.fixture.ts';
import type { MailSender } from '../src/notifications/senders/sender.ts';
import { smtpSender } from '../src/notifications/senders/smtp.ts';
import { makeTestDatabase } from './database.ts';

/**
 * How the server treats the next mails: takes them, puts them off, has no such address, refuses their content, is silent
 * after a command, breaks off in the middle of a mail, or takes it and breaks off before saying so.
 */
export type Manner = 'accept' | 'put-off' | 'no-such-address' | 'refuse-content' | 'hang' | 'break-off' | 'take-and-break-off';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly message: MimePart;
}

export interface MailServer {
  readonly url: string;
  /** What it took, or took without saying so, in order. */
  readonly received: ReceivedMail[];
  /** Recipients that it was asked to take. */
  readonly asked: string[];
  /** Recipients of what it took. */
  recipients(): string[];
  subjects(): (string | null)[];
  messageIds(): (string | null)[];
  /** From now on; with an address only towards it. */
  behave(manner: Manner, towards?: string): void;
  stop(): Promise<void>;
}

/** A real mail server on a free port of this machine. */
export async function startMailServer(): Promise<MailServer> {
  let usual: Manner = 'accept';
  const towards = new Map<string, Manner>();
  const mannerFor = (address: string | undefined) => towards.get(address ?? '') ?? usual;
  const received: ReceivedMail[] = [];
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const breakOff = () => sockets.forEach((socket) => socket.destroy());
  const refused = { 'put-off': [451, 'Try again later'], 'no-such-address': [550, '5.1.1 No such user here'] } as const;

  const options: SMTPServerOptions = {
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, answer) {
      asked.push(address);
      const manner = mannerFor(address);
      if (manner === 'hang') return;
      if (manner !== 'put-off' && manner !== 'no-such-address') return answer();
      const [code, words] = refused[manner];
      answer(smtpError(code, words));
    },
    onData(stream, session, answer) {
      const manner = mannerFor(session.envelope.rcptTo[0]?.address);
      if (manner === 'break-off') return void stream.once('readable', breakOff);
      void readMail(stream, session.envelope).then((mail) => {
        if (manner === 'refuse-content') return answer(smtpError(554, '5.7.1 Not wanted'));
        received.push(mail);
        if (manner === 'take-and-break-off') return breakOff();
        answer();
      }, () => undefined); // the client is gone in the middle of its mail
    },
  };
  const server = new SMTPServer(options);
  server.on('error', () => undefined); // connections that broke on purpose
  server.server.on('connection', (socket: Socket) => void sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo; // it listens on a port

  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    asked,
    recipients: () => received.flatMap(({ to }) => to),
    subjects: () => received.map(({ message }) => message.header('Subject')),
    messageIds: () => received.map(({ message }) => message.header('Message-ID')),
    behave(manner, address) {
      if (address === undefined) usual = manner;
      else towards.set(address, manner);
    },
    async stop() {
      breakOff();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

function smtpError(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

async function readMail(stream: Readable, envelope: { mailFrom: { address: string } | false; rcptTo: { address: string }[] }): Promise<ReceivedMail> {
  const from = envelope.mailFrom ? envelope.mailFrom.address : '';
  return { from, to: envelope.rcptTo.map(({ address }) => address), message: parseMime(await text(stream)) };
}

/** What a test of messages works with; each test finds an empty desk and a willing mail server. */
export interface MailDesk {
  readonly database: Awaited<ReturnType<typeof makeTestDatabase>>;
  readonly desk: Desk;
  readonly mailServer: MailServer;
  /** Sends to `mailServer`. */
  readonly sender: MailSender;
}

/** Sets all of it up for the tests of a file, and takes it down. Call `get` inside tests only. */
export function useMailDesk(): { get(): MailDesk } {
  let database: MailDesk['database'];
  let current: MailDesk | undefined;

  beforeAll(async () => {
    database = await makeTestDatabase();
    await insertDirectory(database.database);
  });
  beforeEach(async () => {
    const mailServer = await startMailServer();
    current = { database, desk: makeDesk(database.database), mailServer, sender: smtpSender({ url: mailServer.url }) };
  });
  afterEach(async () => {
    await current?.sender.close();
    await current?.mailServer.stop();
    await current?.desk.clear();
  });
  afterAll(() => database.drop());

  return {
    get() {
      if (!current) throw new Error('Inside tests only');
      return current;
    },
  };
}
