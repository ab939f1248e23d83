import { createServer, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { TestCertificate } from './certificate.ts';

export interface StrictServer {
  readonly port: number;
  /** What it took, as it travelled. */
  readonly taken: readonly string[];
  /** The password that it accepts from now on. */
  accept(password: string): void;
  stop(): Promise<void>;
}

interface Wish {
  readonly security: 'tls' | 'starttls' | 'none';
  readonly certificate?: TestCertificate;
  /** Of the user sportello@example.org; left out: it wants no sign-in. */
  readonly password?: string;
  /** What it says to the sender, the recipient, or the message, beginning with its code. */
  /** Is told of each mail that it took. */
  readonly onTaken?: (mail: string) => void;
  readonly refuses?: { readonly what: 'sender' | 'recipient' | 'message'; readonly words: string };
}

/** A real mail server that wants to be spoken to as those of providers do. */
export async function startStrictServer({ security, certificate, password, refuses, onTaken }: Wish): Promise<StrictServer> {
  let accepted = password;
  const taken: string[] = [];
  const no = (what: string) => (refuses?.what === what ? Object.assign(new Error(refuses.words.slice(4)), { responseCode: Number(refuses.words.slice(0, 3)) }) : null);
  const server = new SMTPServer({
    secure: security === 'tls',
    ...certificate,
    disabledCommands: [...(security === 'starttls' ? [] : ['STARTTLS']), ...(password === undefined ? ['AUTH'] : [])],
    allowInsecureAuth: security === 'none',
    authOptional: password === undefined,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 300, // it ends its own connections: a socket below TLS must not be torn away
    onAuth: (auth, _, answer) => (auth.username === 'sportello@example.org' && auth.password === accepted ? answer(null, { user: auth.username }) : answer(Object.assign(new Error('5.7.8 Authentication failed'), { responseCode: 535 }))),
    onMailFrom: (_, __, answer) => answer(no('sender')),
    onRcptTo: (_, __, answer) => answer(no('recipient')),
    onData: (stream, _, answer) => {
      void text(stream).then((mail) => {
        const refusal = no('message');
        if (refusal) return answer(refusal);
        taken.push(mail);
        onTaken?.(mail);
        answer(null, '2.0.0 Ok: queued as 4F1');
      }, () => undefined);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port, // it listens on a port
    taken,
    accept: (word) => void (accepted = word),
    async stop() {
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

/** Takes connections and says these words, or nothing at all. */
export async function startMumbler(words = ''): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (words) socket.write(words);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port, // it listens on a port
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
