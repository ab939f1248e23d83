import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fromSources } from '../scripts/from-sources.mjs';

const command = '../apps/api/src/cli/sportello.ts';

/** What a command said, and how it ended. */
export interface Said {
  readonly code: number | null;
  readonly said: string;
}

/** A command of the installation with these settings, as somebody types it who runs the desk. */
export async function type(args: readonly string[], settings: Readonly<Record<string, string>>): Promise<Said> {
  const child = spawn(process.execPath, [...fromSources, command, ...args], { cwd: import.meta.dirname, env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}
