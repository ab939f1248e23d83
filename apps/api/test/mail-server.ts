import type { AddressInfo, Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { parseMime, type MimePart } from '../src/notifications/mime.fixture.ts';

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
  /** How many recipients it was asked to take. */
  readonly asked: string[];
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
      });
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
    behave(manner, address) {
      if (address === undefined) usual = manner;
      else towards.set(address, manner);
    },
    stop: () => {
      breakOff();
      return new Promise((resolve) => server.close(resolve));
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
