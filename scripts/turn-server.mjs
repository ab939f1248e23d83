// Finds coturn, a TURN server (RFC 8656), for the proof that a call goes through one; installs it where we may.
import { existsSync } from 'node:fs';
import { installFromDebian } from './boot/debian.mjs';

const places = ['/usr/bin/turnserver', '/usr/local/bin/turnserver', '/opt/homebrew/bin/turnserver'];

/** `{ path }`, or `{ why }` there is none. */
export async function provideTurnServer() {
  const why = found() ? undefined : await installFromDebian('coturn');
  const path = found();
  return path ? { path } : { why: why ?? 'coturn is not where Debian puts it' };
}

function found() {
  return places.find((path) => existsSync(path));
}
