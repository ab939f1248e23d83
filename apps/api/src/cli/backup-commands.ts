import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDatabase, isSound } from '../backup/check-database.ts';
import { backupText, checkText } from '../backup/check-text.ts';
import type { Head } from '../backup/format.ts';
import { installationKeyName } from '../backup/installation-key-name.ts';
import { recordBackup, recordRestore } from '../backup/record-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { tryBackup } from '../backup/try-backup.ts';
import { writeBackup } from '../backup/write-backup.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { type DatabaseLocation, openDatabase } from '../database/open.ts';
import { presentKeys } from '../installation-key.ts';
import { makeSecrets } from '../secrets.ts';
import { version } from '../version.ts';
import { CannotRun } from './cannot-run.ts';

interface Surroundings {
  readonly config: Config;
  readonly clock: Clock;
  readonly print: (text: string) => void;
}

/** A command that opens the database in its own way, or none. */
interface LoneCommand {
  readonly name: string;
  readonly options: string;
  readonly says: string;
  readonly read: (args: string[]) => (surroundings: Surroundings) => Promise<number>;
}

const keysStayOut = 'The keys are not in it (link.key and secrets.key of DATA_DIR, or LINK_KEY and SECRETS_KEY): keep them elsewhere, apart from the backups.';

export const backupCommands: readonly LoneCommand[] = [
  {
    name: 'backup',
    options: 'FILE [--force]',
    says: 'Writes everything that is in the database into FILE, and restores that for a try; the server may run. --force writes over a file. Exit 1: made, but the check found something.',
    read(args) {
      const { file, options } = fileAndOptions(args, ['force']);
      const to = wanted(file);
      return (surroundings) => backUp(surroundings, to, options.has('force'));
    },
  },
  {
    name: 'restore',
    options: 'FILE [--replace]',
    says: 'Puts the backup FILE into the database of the settings, all or nothing; the server must be stopped. --replace throws away what is there. Exit 1: restored, but the check found something.',
    read(args) {
      const { file, options } = fileAndOptions(args, ['replace']);
      const from = wanted(file);
      return (surroundings) => restore(surroundings, from, options.has('replace'));
    },
  },
  {
    name: 'check',
    options: '[FILE]',
    says: 'Restores the backup FILE for a try and looks whether everything fits together; without FILE, looks at the database of the settings. Exit 0: sound, 1: not.',
    read(args) {
      const { file } = fileAndOptions(args, []);
      return (surroundings) => (file === undefined ? checkPresent(surroundings) : checkFile(surroundings, file));
    },
  },
];

async function backUp({ config, clock, print }: Surroundings, file: string, overwrite: boolean): Promise<number> {
  assertPresent(config.database);
  const startedAt = clock.now();
  const written = await writeBackup({ location: config.database, file, overwrite, version, now: startedAt, installationKey: installationKeyHere(config) });
  print(backupText(written, written.bytes));
  const { checked } = await tryBackup({ file, folder: tmpdir(), keys: sealingKeysHere(config) });
  print(checkText(checked));
  await onDatabase(config.database, (database) => recordBackup(database, { file: basename(file), bytes: written.bytes, startedAt, now: clock.now() }));
  print(`${file}\n${keysStayOut}\n`);
  return isSound(checked) ? 0 : 1;
}

async function restore({ config, clock, print }: Surroundings, file: string, replace: boolean): Promise<number> {
  const { head, foot } = await restoreBackup({ location: config.database, file, replace });
  print(backupText({ head, foot }));
  return onDatabase(config.database, async (database) => {
    // At the time of the backup: what waited for its seal then is sealed as soon as the server starts.
    const checked = await checkDatabase({ database, clock: { now: () => head.made_at }, keys: sealingKeysHere(config) });
    print(checkText(checked));
    await recordRestore(database, head, clock.now());
    print(`Restored.\n${installationKeyText(head, installationKeyHere(config))}${afterwardsText(head)}`);
    return isSound(checked) ? 0 : 1;
  });
}

async function checkFile({ config, print }: Surroundings, file: string): Promise<number> {
  const { head, foot, checked } = await tryBackup({ file, folder: tmpdir(), keys: sealingKeysHere(config) });
  print(backupText({ head, foot }, statSync(file).size));
  print(checkText(checked));
  print(installationKeyText(head, installationKeyHere(config)));
  return isSound(checked) ? 0 : 1;
}

async function checkPresent({ config, clock, print }: Surroundings): Promise<number> {
  assertPresent(config.database);
  return onDatabase(config.database, async (database) => {
    const checked = await checkDatabase({ database, clock, keys: sealingKeysHere(config) });
    print(checkText(checked));
    return isSound(checked) ? 0 : 1;
  });
}

function installationKeyText({ installation_key: needed }: Head, here: string | null): string {
  if (needed === null || needed === here) return '';
  const why = here === null ? 'There is no installation key here' : 'The installation key here is another';
  return `WARNING: ${why}. Put the link.key (or LINK_KEY) of that time back before the server starts: without it no link in a message that was sent opens its appointment.\n`;
}

function afterwardsText({ made_at: madeAt }: Head): string {
  return [
    `What happened after ${new Date(madeAt).toISOString()} is not in it. Before the server starts, think of this:`,
    '  - people who were erased since are there again: erase them again;',
    '  - sessions, links and members of the staff that were ended since are valid again: end them again;',
    '  - messages that were waiting then are sent, even if they were sent since.',
    '',
  ].join('\n');
}

function assertPresent(location: DatabaseLocation): void {
  if (location.kind === 'sqlite' && !statSync(location.file, { throwIfNoEntry: false })) throw new CannotRun(`There is no database at ${location.file}: set DATA_DIR or DATABASE_URL as for the server.`);
}

async function onDatabase<Result>(location: DatabaseLocation, work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(location);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function sealingKeysHere({ sealingKeys, dataFolder }: Config): readonly Buffer[] {
  return sealingKeys ?? presentKeys(dataFolder).sealing;
}

function installationKeyHere({ linkKey, dataFolder }: Config): string | null {
  const key = linkKey ?? presentKeys(dataFolder).installation;
  return key && installationKeyName(makeSecrets(key));
}

function wanted(file: string | undefined): string {
  if (file === undefined) throw new CannotRun('Which FILE?');
  return file;
}

/** A path as it was typed, and switches. */
function fileAndOptions(args: string[], names: readonly string[]): { file: string | undefined; options: ReadonlySet<string> } {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'boolean' as const }]));
    const { values, positionals } = parseArgs({ args, options, strict: true, allowPositionals: true });
    const [file, ...more] = positionals;
    if (more.length > 0) throw new CannotRun(`One FILE, not ${positionals.length}.`);
    return { file: file && resolve(file), options: new Set(Object.keys(values)) };
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  }
}
