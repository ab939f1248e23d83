import { apiKeysLight } from './api-keys.ts';
import { backupLight } from './backup.ts';
import { certificateLight } from './certificate.ts';
import { calendarsLight, scannerLight, systemsLight, videoLight } from './connections.ts';
import { databaseLight } from './database.ts';
import { diskLight } from './disk.ts';
import { keysLight } from './keys.ts';
import type { LightCheck } from './light.ts';
import { mailLight } from './mail.ts';
import { outboxLight } from './outbox.ts';
import { clocksLight, jobsLight, processesLight, versionLight } from './processes.ts';

/** Every light, in the order of the page: what citizens notice first stands first. */
export const allLights: readonly LightCheck[] = [
  outboxLight,
  mailLight,
  videoLight,
  calendarsLight,
  scannerLight,
  systemsLight,
  apiKeysLight,
  processesLight,
  jobsLight,
  databaseLight,
  diskLight,
  backupLight,
  certificateLight,
  clocksLight,
  keysLight,
  versionLight,
];
