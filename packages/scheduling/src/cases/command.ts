// pnpm --silent --filter @sportello/scheduling cases <file.json> [--print]
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runCases, type Report } from './run-cases.ts';

const USAGE = 'usage: cases <file.json> [--print]';

const { output, faults, exitCode } = run(process.argv.slice(2));
if (output.length > 0) process.stdout.write(`${output.join('\n')}\n`);
if (faults.length > 0) process.stderr.write(`${faults.join('\n')}\n`);
process.exitCode = exitCode;

function run(args: readonly string[]): Report {
  const [file, ...others] = args.filter((arg) => arg !== '--print' && arg !== '--');
  if (file === undefined || others.length > 0 || file.startsWith('-')) return { output: [], faults: [USAGE], exitCode: 2 };

  const path = placesOf(file).find((place) => existsSync(place));
  if (path === undefined) return { output: [], faults: [`no such file: ${file}`], exitCode: 2 };
  return runCases(readFileSync(path, 'utf8'), args.includes('--print'));
}

/** pnpm runs a script in its package and says in INIT_CWD where the caller stood; without it, the package or the repository. */
function placesOf(file: string): string[] {
  const { INIT_CWD } = process.env;
  return INIT_CWD === undefined ? [resolve(file), resolve(import.meta.dirname, '../../../..', file)] : [resolve(INIT_CWD, file)];
}
