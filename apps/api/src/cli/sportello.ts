// The operator's commands: `npm run sportello -- help`.
import { readConfig } from '../config.ts';
import { readCommand, runCommand, usage } from './commands.ts';

const args = process.argv.slice(2);

try {
  if (args.length === 0 || ['help', '--help', '-h'].includes(args[0] ?? '')) process.stdout.write(usage);
  else process.exitCode = await runCommand(readCommand(args), readConfig(), (text) => void process.stdout.write(text));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
