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
  readonly log: Log;
}

/** What runs beside the web: messages are sent, what ended is tidied up, the trail is sealed, people become findable, calendars elsewhere are read, meetings at a vendor's are made, files without an owner are taken away, what is free is looked at once a day, other systems are told what happens, what is over goes at night, a backup is made each night. Any number of processes may do it. */
export function startJobs({ database, clock, secrets, sealing, publicUrl, version, busyPrivateHosts, videoPrivateHosts = [], webhookPrivateHosts = [], fileStore, demo = false, smtpUrl, mailFrom, mailPrivateHosts = [], mailFolder, nightlyBackup, location, rounds, log }: JobsDeps): { wake(): void; stop(): Promise<void> } {
  const mail = mailSettings({ database, sealing }, { demo, smtpUrl, mailFrom, mailPrivateHosts });
  const sender = presentSender(mail, { mailFolder });
  const random = () => randomInt(2 ** 32) / 2 ** 32;
  const worker = startWorker({
    database,
    directory: directoryStore(database, clock),
    clock,
    sender,
    manageLink: manageLink(secrets, publicUrl),
    invitationLink: (id) => invitationLink(secrets, publicUrl, id),
    staffLink: (linkId) => staffLinkAddress(secrets, publicUrl, linkId),
    emailDigest: (email) => secrets.digest('email', emailKey(email)),
    baseUrl: publicUrl,
    from: async () => (await mail.current()).senderAddress,
    random,
    log,
    rounds,
  });
  const housekeeping = startHousekeeping({ database, clock, log, rounds });
  const trail = startSealing({ database, clock, log, rounds });
  const indexing = startIndexing({ database, clock, log, rounds });
  const reading = startReading({ database, clock, directory: directoryStore(database, clock), sealing, busy: busyReader({ privateHosts: busyPrivateHosts, version, publicUrl }), log, rounds });
  const vendors = makeVendors({ database, clock, secrets, sealing, privateHosts: videoPrivateHosts, publicUrl, version });
  const meetings = startMeetings({ database, clock, sealing, vendors, random, log, rounds });
  const removals = startRemovals({ database, clock, stores: openStores(database, fileStore), log, rounds });
  const sampling = startSampling({ database, clock, directory: directoryStore(database, clock), calendars: calendarStore({ database, clock }), log, rounds });
  const send = webhookSender({ clock, privateHosts: webhookPrivateHosts, userAgent: `SportelloVirtuale/${version} (+${publicUrl})` });
  const systems = startSystems({ database, clock, directory: directoryStore(database, clock), sealing, send, random, log, rounds });
  const retention = startRetention({ database, clock, directory: directoryStore(database, clock), secrets, log, rounds });
  const notices = startNotices({ database, directory: directoryStore(database, clock), clock, wake: worker.wake, log, rounds });
  const nightly = nightlyBackup && location ? startNightly({ database, location, clock, secrets, version, settings: nightlyBackup, log, rounds }) : null;
  return {
    wake() {
      worker.wake();
      indexing.wake();
      removals.wake();
      meetings.wake();
      systems.wake();
    },
    async stop() {
      await nightly?.stop();
      await retention.stop();
      await systems.stop();
      await sampling.stop();
      await meetings.stop();
      await removals.stop();
      await reading.stop();
      await notices.stop();
      await indexing.stop();
      await housekeeping.stop();
      await worker.stop();
      await trail.stop();
      await sender.close();
    },
  };
}
