import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideTurnServer } from '../scripts/turn-server.mjs';
import { freePort } from './free-port.ts';

export interface TurnServer {
  readonly url: string;
  /** What the desk and the server share (TURN_SECRET). */
  readonly secret: string;
  stop(): Promise<void>;
}

/** A real TURN server of one journey alone; `{ why }` there is none on this machine. Relays on the machine's own address: browsers leave the loopback out. */
export async function startTurnServer(): Promise<TurnServer | { readonly why: string }> {
  const found = await provideTurnServer();
  if (found.path === undefined) return { why: found.why };
  const address = Object.values(networkInterfaces()).flatMap((all) => all ?? []).find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  if (!address) return { why: 'this machine has no address but its own' };

  const folder = mkdtempSync(join(tmpdir(), 'sportello-turn-'));
  const port = String(await freePort());
  const secret = crypto.randomUUID();
  const settings = ['-n', '--no-cli', '--no-tls', '--no-dtls', '--log-file=stdout', '--realm=sportello', '--use-auth-secret', `--static-auth-secret=${secret}`];
  const places = [`--listening-ip=${address}`, `--relay-ip=${address}`, `--listening-port=${port}`, `--pidfile=${join(folder, 'pid')}`, `--userdb=${join(folder, 'users')}`];
  const running = spawn(found.path, [...settings, ...places], { stdio: 'ignore' });
  await untilItListens(address, Number(port), running);
  return {
    url: `turn:${address}:${port}?transport=udp`,
    secret,
    async stop() {
      const ended = once(running, 'exit');
      running.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilItListens(host: string, port: number, running: ChildProcess): Promise<void> {
  for (let look = 0; look < 100 && running.exitCode === null; look++) {
    const socket = connect({ host, port });
    const listens = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(() => false);
    socket.destroy();
    if (listens) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the TURN server does not begin');
}
