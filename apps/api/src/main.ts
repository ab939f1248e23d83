import { join } from 'node:path';
import { buildApp } from './app.ts';
import { systemClock } from './clock.ts';
import { type Config, readConfig, SettingsError } from './config.ts';
import { prepareDemo } from './database/demo/guard.ts';
import { openDatabase } from './database/open.ts';
import { startHousekeeping } from './housekeeping.ts';
import { keyFromFile } from './installation-key.ts';
import { makeSecrets } from './secrets.ts';
import { version } from './version.ts';

const webFolder = join(import.meta.dirname, '..', '..', 'web', 'dist');

/** Opens things in their order, listens, and closes them in the reverse order when the process is asked to stop. */
async function start(config: Config): Promise<void> {
  const clock = systemClock(config.clockOffsetMinutes);
  const secrets = makeSecrets(config.linkKey ?? keyFromFile(config.dataFolder));
  const database = await openDatabase(config.database);
  await prepareDemo(database, { demo: config.demo, clock });

  const logger = { level: config.logLevel };
  const app = await buildApp({ database, clock, secrets, settings: { ...config, version, webFolder }, logger });
  const housekeeping = startHousekeeping({ database, clock, log: app.log });
  app.addHook('onClose', async () => {
    await housekeeping.stop();
    await database.close();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close());

  await app.listen({ host: config.host, port: config.port });
  process.stdout.write(welcome(config));
}

function welcome({ demo, publicUrl, database }: Config): string {
  const data = database.kind === 'sqlite' ? database.file : 'PostgreSQL';
  return `\nSportello Virtuale ${version} ${demo ? '(demo mode)' : ''}\n  site  ${publicUrl}\n  API   ${publicUrl}/api/docs\n  data  ${data}\n\n`;
}

try {
  await start(readConfig());
} catch (error) {
  const isExpected = error instanceof SettingsError || (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE');
  process.stderr.write(`${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
