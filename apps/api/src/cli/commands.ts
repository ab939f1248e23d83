import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { verdictText } from '../audit/verdict-text.ts';
import { type NotedSeal, verifyTrail } from '../audit/verify.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open.ts';
import { firstAdminLink } from '../identity/first-admin.ts';
import { keyFromFile } from '../installation-key.ts';
import { makeSecrets } from '../secrets.ts';
import { backupCommands } from './backup-commands.ts';
import { CannotRun } from './cannot-run.ts';
import { rotateKeyFile, rotateToFirstKey } from './rotate-keys.ts';
import { readSimulation } from './simulate/read-simulation.ts';
import { simulate } from './simulate/simulate.ts';

interface Surroundings {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly print: (text: string) => void;
}

interface Command {
  /** How it is called, such as `audit verify`: one word or two. */
  readonly name: string;
  readonly options: string;
  readonly says: string;
  /** Reads the words after the name (throws CannotRun), and answers with the work, which gives the exit code. */
  readonly read: (args: string[]) => (surroundings: Surroundings) => Promise<number>;
}

/** Longer than any write of the server may last (see database/open-pg.ts). */
const settleMilliseconds = 30_000;

const commands: readonly Command[] = [
  {
    name: 'audit verify',
    options: '[--seal NUMBER:DIGEST]',
    says: 'Checks that the trail is as it was written; --seal compares it with a seal that you noted. Exit 0: whole, 1: tampered with.',
    read: (args) => {
      const { seal } = optionsOf(args, { seal: { type: 'string' } });
      const noted = seal === undefined ? null : notedSeal(seal);
      return async ({ database, clock, print }) => {
        const verdict = await verifyTrail({ database, clock }, noted);
        print(verdictText(verdict));
        return verdict.findingsCount === 0 ? 0 : 1;
      };
    },
  },
  {
    name: 'keys rotate',
    options: '',
    says: 'Encrypts all secrets under a new key of secrets.key, while the server runs; with SECRETS_KEY, under the first key of it.',
    read: (args) => {
      optionsOf(args, {});
      return async ({ config, database, clock, print }) => {
        const deps = { database, clock, say: (line: string) => print(`${line}\n`) };
        const isWhole = config.sealingKeys
          ? await rotateToFirstKey(deps, config.sealingKeys)
          : await rotateKeyFile(deps, { dataFolder: config.dataFolder, settle: () => delay(settleMilliseconds) });
        return isWhole ? 0 : 1;
      };
    },
  },
  {
    name: 'staff link',
    options: '',
    says: 'Prints a new link for the first administrator, where there is no active one. It serves once.',
    read: (args) => {
      optionsOf(args, {});
      return async ({ config, database, clock, print }) => {
        const secrets = makeSecrets(config.linkKey ?? keyFromFile(config.dataFolder));
        const link = await firstAdminLink({ database, clock, secrets, publicUrl: config.publicUrl });
        print(link === null ? 'There is an active administrator already, who can invite others.\n' : `${link}\n`);
        return link === null ? 1 : 0;
      };
    },
  },
  {
    name: 'simulate',
    options: '[--appointments NUMBER] [--days NUMBER] [--from DAY] [--seed NUMBER]',
    says: 'Demo mode only: lives through days of the desk (1000 appointments in the 30 days before today), so that there is something to look at. The same seed, the same figures.',
    read: (args) => {
      const asked = optionsOf(args, { appointments: { type: 'string' }, days: { type: 'string' }, from: { type: 'string' }, seed: { type: 'string' } });
      return async ({ config, database, clock, print }) => {
        const wanted = readSimulation(asked, clock.now());
        if (typeof wanted === 'string') throw new CannotRun(wanted);
        if (!config.demo) throw new CannotRun('Only a demo installation can be simulated: set DEMO=on, with a database that holds demo data.');
        const secrets = makeSecrets(config.linkKey ?? keyFromFile(config.dataFolder));
        const { booked, gaveUp } = await simulate({ database, secrets }, { ...wanted, onDay: (day, so) => print(`${day}: ${so} booked\n`) });
        print(`${booked} appointments were booked from ${wanted.from} on, in ${wanted.days} days; ${gaveUp} people found nothing or gave up.\n`);
        return 0;
      };
    },
  },
];

export const usage = [
  'Usage: npm run sportello -- COMMAND',
  '',
  ...[...commands, ...backupCommands].flatMap(({ name, options, says }) => [`  ${name} ${options}`.trimEnd(), `      ${says}`]),
  '',
  'It reads the same settings from the environment as the server (docs/settings.md).',
  'Exit code 2: not understood, or could not be done.',
  '',
].join('\n');

/** Done with the settings; gives the exit code. */
type Work = (surroundings: Omit<Surroundings, 'database'>) => Promise<number>;

/** What the words ask for. Throws CannotRun where that is nothing that there is. */
export function readCommand(args: readonly string[]): Work {
  const called = <Some extends { name: string }>(some: readonly Some[]) => some.find(({ name }) => name === args.slice(0, name.split(' ').length).join(' '));
  const alone = called(backupCommands);
  if (alone) return alone.read(args.slice(1));
  const command = called(commands);
  if (!command) throw new CannotRun(`There is no command "${args.slice(0, 2).join(' ').trim()}".\n\n${usage}`);
  const work = command.read(args.slice(command.name.split(' ').length));
  return (surroundings) => onDatabase(surroundings, work);
}

/** Runs it with the settings and the clock of the server. */
export function runCommand(work: Work, config: Config, print: (text: string) => void): Promise<number> {
  return work({ config, clock: systemClock(config.clockOffsetMinutes), print });
}

/** On the database of the settings, which must be there already. */
async function onDatabase(surroundings: Omit<Surroundings, 'database'>, work: (surroundings: Surroundings) => Promise<number>): Promise<number> {
  const { database: location } = surroundings.config;
  if (location.kind === 'sqlite' && !existsSync(location.file)) throw new CannotRun(`There is no database at ${location.file}: set DATA_DIR or DATABASE_URL as for the server.`);
  const database = await openDatabase(location);
  try {
    return await work({ ...surroundings, database });
  } finally {
    await database.close();
  }
}

function optionsOf<Options extends Record<string, { type: 'string' }>>(args: string[], options: Options): { [Name in keyof Options]?: string } {
  try {
    // Every option is a text, as the type above says.
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values as { [Name in keyof Options]?: string };
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  }
}

function notedSeal(text: string): NotedSeal {
  const [, number, digest] = /^(\d{1,10}):([\w-]{43})$/.exec(text) ?? [];
  if (!number || !digest) throw new CannotRun('--seal: expected NUMBER:DIGEST as they were noted, such as 1200:l5Zr...');
  return { number: Number(number), digest };
}
