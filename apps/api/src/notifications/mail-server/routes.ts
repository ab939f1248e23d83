import { changeMailServer as changeRoute, forgetMailServer as forgetRoute, type MailServer, type MailTest, type MailTestRequest, showMailServer, testMailServer } from '@sportello/contract';
import { and, count, eq, isNotNull } from 'drizzle-orm';
import { instantWriter } from '../../appointments/wire.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { DirectoryStore } from '../../directory/store.ts';
import type { App } from '../../http/app.ts';
import { languageOf } from '../../http/language.ts';
import { actorOf, requireFreshSignIn, type StaffMember, staffOf } from '../../identity/staff-member.ts';
import { unionNameOf } from '../../identity/union-name.ts';
import type { Sealing } from '../../sealing.ts';
import { changeMailServer, forgetMailServer, requireOurs, routeOf } from './change-mail-server.ts';
import { converse } from './converse.ts';
import { currentId, type MailInForce, type MailSettings, readMailServer } from './present-settings.ts';
import { writeTestMail } from './test-mail.ts';

export interface MailServerDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sealing: Sealing;
  readonly directory: DirectoryStore;
  readonly mail: MailSettings;
  readonly publicUrl: string;
}

/** Where messages are handed in: shown, tried, set, forgotten. */
export function mailServerRoutes(api: App, { mail, ...shared }: MailServerDeps): void {
  const { database, clock, directory, publicUrl } = shared;
  const deps = { ...shared, environment: mail.environment };

  api.route({ ...showMailServer, handler: () => show() });

  api.route({
    ...changeRoute,
    handler: async (request) => {
      requireFreshSignIn(staffOf(request), clock.now());
      await changeMailServer(deps, staffOf(request), request.body);
      return show();
    },
  });

  api.route({
    ...forgetRoute,
    handler: async (request, reply) => {
      requireFreshSignIn(staffOf(request), clock.now());
      await forgetMailServer(deps, staffOf(request));
      return reply.code(204).send(null);
    },
  });

  api.route({
    ...testMailServer,
    handler: async (request) => {
      requireFreshSignIn(staffOf(request), clock.now());
      return tryServer(staffOf(request), request.body, languageOf(request));
    },
  });

  async function show(): Promise<MailServer> {
    const write = instantWriter(await directory.current());
    const now = await mail.current();
    return { ...onWire(now), private_hosts: [...mail.environment.mailPrivateHosts], changed_at: now.by === 'union' ? write(now.row.changedAt) : null, waiting_count: await countWaiting() };
  }

  async function tryServer(staff: StaffMember, typed: MailTestRequest, language: 'it' | 'en'): Promise<MailTest> {
    requireOurs(mail.environment);
    const route = routeOf(deps, typed, await readMailServer(database.read, database.tables));
    const to = typed.recipient ?? (await emailOf(staff));
    const from = { name: typed.sender_name ?? (await unionNameOf(database)), address: typed.sender_address };
    const message = await writeTestMail({ from, replyTo: typed.reply_to ?? null, to, language, baseUrl: publicUrl, now: clock.now() });
    const { works, steps, certificateUntil } = await converse(route, { from: from.address, to, message });
    const { host, port } = route;
    await database.write((tx) => recordAudit(tx, database.tables, actorOf(staff), { action: 'test', object: { kind: 'mail-server', id: currentId }, after: { host, port, works } }, clock.now()));
    const write = instantWriter(await directory.current());
    return { works, recipient: to, steps: [...steps], certificate_until: certificateUntil === null ? null : write(certificateUntil) };
  }

  async function emailOf({ id }: StaffMember): Promise<string> {
    const { staff } = database.tables;
    const [row] = await database.read.select({ email: staff.email }).from(staff).where(eq(staff.id, id));
    return row?.email ?? '';
  }

  /** Messages that are tried again. */
  async function countWaiting(): Promise<number> {
    const { outbox } = database.tables;
    const [counted] = await database.read.select({ count: count() }).from(outbox).where(and(eq(outbox.state, 'pending'), isNotNull(outbox.failure)));
    return counted?.count ?? 0;
  }
}

type Shown = Omit<MailServer, 'private_hosts' | 'changed_at' | 'waiting_count'>;

/** What is in force, without the password. */
function onWire(now: MailInForce): Shown {
  const none = { host: null, port: null, security: null, user: null, has_password: false, sender_name: null, reply_to: null };
  const shared = { in_force: now.by, sender_address: now.senderAddress, revision: now.revision };
  if (now.by === 'demo' || now.by === 'none') return { ...shared, ...none };
  const { host, port, security, account } = now.route;
  const ofRoute = { host, port, security: security === 'if-offered' ? null : security, user: account?.user ?? null, has_password: account !== null };
  if (now.by === 'environment') return { ...shared, ...none, ...ofRoute };
  return { ...shared, ...ofRoute, has_password: now.row.password !== null, sender_name: now.row.senderName, reply_to: now.row.replyTo };
}
