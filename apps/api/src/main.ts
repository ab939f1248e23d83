import { hostname } from 'node:os';
import { join } from 'node:path';
import { buildApp } from './app.ts';
import { makeRounds } from './background/rounds.ts';
import { systemClock } from './clock.ts';
import { type Config, readConfig, SettingsError } from './config.ts';
import { prepareDemo, WrongDatabase } from './database/demo/guard.ts';
import { newId } from './database/id.ts';
import { openDatabase } from './database/open.ts';
import { firstAdminLink } from './identity/first-admin.ts';
import { startJobs } from './jobs.ts';
import { keyFromFile, sealingKeysFromFile } from './installation-key.ts';
import { openMailbox } from './notifications/senders/mailbox.ts';
import { makeSealing } from './sealing.ts';
import { makeSecrets } from './secrets.ts';
import { startHeartbeat } from './health/heartbeat.ts';
import { isGuessable, nameKeys } from './health/process-facts.ts';
import { writtenFolders } from './health/written-folders.ts';
import { version } from './version.ts';

/** Shorter than what usual supervisors wait (systemd 90 s, Kubernetes 30 s). */
const longestStopMilliseconds = 20_000;
const webFolder = join(import.meta.dirname, '..', '..', 'web', 'dist');

/** Opens things in their order, listens, and closes them in the reverse order when the process is asked to stop. */
async function start(config: Config): Promise<void> {
  const clock = systemClock(config.clockOffsetMinutes);
  const linkKey = config.linkKey ?? keyFromFile(config.dataFolder);
  const sealingKeys = config.sealingKeys ?? sealingKeysFromFile(config.dataFolder);
  const secrets = makeSecrets(linkKey);
  const sealing = makeSealing(sealingKeys);
  const database = await openDatabase(config.database);
  await prepareDemo(database, { demo: config.demo, clock });

  const mailFolder = join(config.dataFolder, 'mail');
  const background: { wake?: () => void } = {};
  const rounds = makeRounds(clock);
  const hasGuessableKeys = [linkKey, ...(config.sealingKeys ?? [])].some(isGuessable);
  const facts = { id: newId(), role: config.role, machine: hostname(), version, keys: nameKeys(secrets, sealingKeys), shiftMilliseconds: config.clockOffsetMinutes * 60_000 };
  const app = await buildApp({
    database,
    clock,
    secrets,
    sealing,
    processId: facts.id,
    settings: { ...config, version, hasGuessableKeys, webFolder: config.role === 'worker' ? null : webFolder },
    onChange: () => background.wake?.(),
    mailbox: config.demo ? openMailbox(mailFolder) : null,
    logger: { level: config.logLevel },
  });
  const jobs = config.role === 'web' ? null : startJobs({ ...config, database, location: config.database, clock, secrets, sealing, version, mailFolder, rounds, watching: { clamd: config.clamd, folders: writtenFolders(config), diskFreeMegabytes: config.diskFreeMegabytes, hasGuessableKeys }, log: app.log });
  const heartbeat = startHeartbeat({ database, clock, facts, rounds, log: app.log });
  if (jobs) background.wake = jobs.wake;
  app.addHook('onClose', async () => {
    await jobs?.stop();
    await heartbeat.stop();
    await database.close();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

  /** What does not end by itself, as an answer that nobody reads, is not waited for: whoever stops the process would kill it. */
  async function stop(): Promise<void> {
    const tooLate = setTimeout(() => {
      app.log.error({ open: process.getActiveResourcesInfo() }, 'the process does not end by itself');
      process.exit(1);
    }, longestStopMilliseconds).unref();
    await app.close();
    clearTimeout(tooLate);
  }

  await app.listen({ host: config.host, port: config.port });
  const adminLink = config.demo ? null : await firstAdminLink({ ...config, database, clock, secrets });
  process.stdout.write(welcome(config, adminLink));
}

/** For the eyes of who starts the desk: the link of the first administrator goes here, and into no log. */
function welcome({ demo, publicUrl, database }: Config, adminLink: string | null): string {
  const data = database.kind === 'sqlite' ? database.file : 'PostgreSQL';
  const mail = demo ? `  mail  ${publicUrl}/posta-demo (nothing leaves this machine)\n` : '';
  const admin = adminLink === null ? '' : `\n  There is no administrator yet. Whoever opens this link, once and within 24 hours, becomes the first one:\n  ${adminLink}\n`;
  return `\nSportello Virtuale ${version}${demo ? ', demo mode' : ''}\n  site  ${publicUrl}\n  API   ${publicUrl}/api/docs\n${mail}  data  ${data}\n${admin}\n`;
}

try {
  await start(readConfig());
} catch (error) {
  const isExpected = error instanceof SettingsError || error instanceof WrongDatabase || (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE');
  process.stderr.write(`${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
