import { randomInt } from 'node:crypto';
import { emailKey } from '@sportello/contract';
import { invitationLink } from './appointments/invitations.ts';
import { manageLink } from './appointments/links.ts';
import { startSealing } from './audit/seal.ts';
import type { Rounds } from './background/rounds.ts';
import { type NightlySettings, startNightly } from './backup/backup-job.ts';
import { busyReader } from './calendars/busy/busy-reader.ts';
import { startReading } from './calendars/busy/reading-job.ts';
import { calendarStore } from './calendars/calendar-store.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database/database.ts';
import type { DatabaseLocation } from './database/open.ts';
import { startIndexing } from './desk/people/index-people.ts';
import { directoryStore } from './directory/store.ts';
import { startRemovals } from './files/remove-content.ts';
import { openStores, type StoreSettings } from './files/store/open-stores.ts';
import type { LightDeps } from './health/lights/light.ts';
import { startWatch } from './health/watch/watch-job.ts';
import { startHousekeeping } from './housekeeping.ts';
import { staffLinkAddress } from './identity/staff-links.ts';
import type { Log } from './notifications/deliver.ts';
import { startNotices } from './notifications/notice-job.ts';
import { mailSettings } from './notifications/mail-server/present-settings.ts';
import { presentSender } from './notifications/senders/present.ts';
import { startWorker } from './notifications/worker.ts';
import { startRetention } from './retention/job.ts';
import { startMeetings } from './rooms/providers/meeting-job.ts';
import { makeVendors } from './rooms/providers/vendors.ts';
import type { Sealing } from './sealing.ts';
import type { Secrets } from './secrets.ts';
import { startSampling } from './statistics/sampling-job.ts';
import { startSystems } from './systems/systems-job.ts';
import { webhookSender } from './systems/webhooks/send.ts';

export interface JobsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly sealing: Sealing;
  readonly publicUrl: string;
  readonly version: string;
  /** Machines of a private network whose calendars may be read, by name. */
  readonly busyPrivateHosts: readonly string[];
  /** The same of machines that the union meets with by video. */
  readonly videoPrivateHosts?: readonly string[];
  /** The same of machines that are told what happens. */
  readonly webhookPrivateHosts?: readonly string[];
  /** Where the content of papers lies. */
  readonly fileStore: StoreSettings;
  /** Mail of the demonstration stays in the folder. */
  readonly demo?: boolean;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly mailPrivateHosts?: readonly string[];
  /** Is told how every job goes. */
  readonly rounds?: Rounds;
  /** Where mail goes without a server. */
  readonly mailFolder: string;
  /** The backup of each night, of what lies there; left out, none. */
  readonly nightlyBackup?: NightlySettings | null;
  readonly location?: DatabaseLocation;
  /** What the state of the system is looked at with; left out, nobody looks. */
  readonly watching?: Pick<LightDeps, 'clamd' | 'folders' | 'diskFreeMegabytes' | 'hasGuessableKeys'>;
  readonly log: Log;
}

/**
 * What runs beside the web: messages are sent, what ended is tidied up, the trail is sealed, people become findable, calendars elsewhere
 * are read, meetings at a vendor's are made, files without an owner are taken away, what is free is looked at once a day, other systems are
 * told what happens, what is over goes at night, a backup is made each night, the state of the system is looked at. Any number of processes may do it.
 */
export function startJobs(deps: JobsDeps): { wake(): void; stop(): Promise<void> } {
  const { database, clock, secrets, sealing, publicUrl, version, rounds, log } = deps;
  const { videoPrivateHosts = [], webhookPrivateHosts = [], mailPrivateHosts = [], demo = false, smtpUrl, mailFrom, nightlyBackup, location, watching } = deps;
  const ground = { database, clock, log, rounds };
  const directory = directoryStore(database, clock);
  const random = () => randomInt(2 ** 32) / 2 ** 32;
  const mail = mailSettings({ database, sealing }, { demo, smtpUrl, mailFrom, mailPrivateHosts });
  const sender = presentSender(mail, { mailFolder: deps.mailFolder });
  const vendors = makeVendors({ database, clock, secrets, sealing, privateHosts: videoPrivateHosts, publicUrl, version });
  const send = webhookSender({ clock, privateHosts: webhookPrivateHosts, userAgent: `SportelloVirtuale/${version} (+${publicUrl})` });

  const messages = startWorker({
    ...ground,
    directory,
    sender,
    manageLink: manageLink(secrets, publicUrl),
    invitationLink: (id) => invitationLink(secrets, publicUrl, id),
    staffLink: (linkId) => staffLinkAddress(secrets, publicUrl, linkId),
    emailDigest: (email) => secrets.digest('email', emailKey(email)),
    baseUrl: publicUrl,
    from: async () => (await mail.current()).senderAddress,
    random,
  });
  /** They look again as soon as this process changed something. */
  const awake = [
    messages,
    startIndexing(ground),
    startRemovals({ ...ground, stores: openStores(database, deps.fileStore) }),
    startMeetings({ ...ground, sealing, vendors, random }),
    startSystems({ ...ground, directory, sealing, send, random }),
  ];
  const others = [
    startHousekeeping(ground),
    startSealing(ground),
    startReading({ ...ground, directory, sealing, busy: busyReader({ privateHosts: deps.busyPrivateHosts, version, publicUrl }) }),
    startSampling({ ...ground, directory, calendars: calendarStore({ database, clock }) }),
    startRetention({ ...ground, directory, secrets }),
    startNotices({ ...ground, directory, wake: messages.wake }),
    ...(nightlyBackup && location ? [startNightly({ ...ground, location, secrets, version, settings: nightlyBackup })] : []),
    ...(watching ? [startWatch({ ...watching, ...ground, sealing, mail, directory, publicUrl, version, demo })] : []),
  ];
  return {
    wake: () => awake.forEach((job) => job.wake()),
    async stop() {
      await Promise.all([...others, ...awake].map((job) => job.stop()));
      await sender.close();
    },
  };
}
