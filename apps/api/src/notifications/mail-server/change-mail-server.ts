import { type MailServerRequest, mailPorts } from '@sportello/contract';
import { and, eq, isNotNull } from 'drizzle-orm';
import { recordAudit, type Values } from '../../audit/record.ts';
import type { Clock } from '../../clock.ts';
import type { Database, Writer } from '../../database/database.ts';
import { invalid, problem } from '../../http/problems.ts';
import { actorOf, type StaffMember } from '../../identity/staff-member.ts';
import type { Sealing } from '../../sealing.ts';
import type { MailRoute } from './mail-route.ts';
import { currentId, isAllowedPrivate, type MailEnvironment, type MailServerRow, openPassword, readMailServer, sealPassword } from './present-settings.ts';

interface ChangeDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sealing: Sealing;
  readonly environment: MailEnvironment;
}

/** A server as it was typed in, without who sends. */
export type TypedServer = Pick<MailServerRequest, 'host' | 'port' | 'security' | 'user' | 'password'>;

const passwordMissing = { it: 'Scrivi la password: per questo server e questo utente non ne è salvata nessuna.', en: 'Enter the password: none is kept for this server and this user.' };
const nameAlone = { it: 'Scrivi solo il nome del server; la porta ha il suo campo.', en: 'Enter the name of the server alone; the port has its own field.' };
const openPort = { it: `Usa una di queste porte: ${mailPorts.join(', ')}. Altre porte sono possibili solo per i server indicati in MAIL_PRIVATE_HOSTS.`, en: `Use one of these ports: ${mailPorts.join(', ')}. Others are possible only for the servers named in MAIL_PRIVATE_HOSTS.` };
const neverClear = { it: 'Senza cifratura si può scrivere solo a un server della propria rete, indicato in MAIL_PRIVATE_HOSTS da chi gestisce l’installazione.', en: 'Without encryption only a server of one’s own network can be used, named in MAIL_PRIVATE_HOSTS by who runs the installation.' };

/** The demonstration and the installation come before the browser: throws the problem `state-conflict`. */
export function requireOurs({ demo, smtpUrl }: MailEnvironment): void {
  if (demo) throw problem('state-conflict', { state: 'demo' });
  if (smtpUrl !== null) throw problem('state-conflict', { state: 'environment' });
}

/**
 * The way to a server that was typed in. Where the password is left out, the kept one serves, but only for the server and the
 * user that it was given for: it goes nowhere else. Throws problems of fields.
 */
export function routeOf({ sealing, environment }: Pick<ChangeDeps, 'sealing' | 'environment'>, typed: TypedServer, before: MailServerRow | null): MailRoute {
  const host = typed.host.toLowerCase();
  if (host.includes(':')) throw invalid('/host', nameAlone);
  const mayBePrivate = isAllowedPrivate(host, environment);
  if (!mayBePrivate && !mailPorts.includes(typed.port)) throw invalid('/port', openPort);
  if (!mayBePrivate && typed.security === 'none') throw invalid('/security', neverClear);
  const { port, security, user } = typed;
  if (user === undefined) return { host, port, security, account: null, mayBePrivate };
  const isSamePlace = before?.isSet === true && before.host === host && before.port === port && before.account === user && (before.security === security || security !== 'none');
  const password = typed.password ?? (isSamePlace ? openPassword(sealing, before) : null);
  if (password === null) throw invalid('/password', passwordMissing);
  return { host, port, security, account: { user, password }, mayBePrivate };
}

/** Sets the mail server; what could not be handed in before is tried again at once. */
export async function changeMailServer(deps: ChangeDeps, staff: StaffMember, request: MailServerRequest): Promise<void> {
  requireOurs(deps.environment);
  const { database, clock, sealing } = deps;
  const { tables } = database;
  await database.write(async (tx) => {
    const now = clock.now();
    const before = await lockMailServer(tx, database);
    if ((before?.revision ?? 0) !== request.revision) throw problem('changed-meanwhile');
    const { host, port, account } = routeOf(deps, request, before);
    const after: MailServerRow = {
      id: currentId,
      host,
      port,
      security: request.security,
      account: account?.user ?? null,
      password: sealPassword(sealing, account?.password ?? null),
      senderName: request.sender_name ?? null,
      senderAddress: request.sender_address,
      replyTo: request.reply_to ?? null,
      revision: request.revision + 1,
      isSet: true,
      staffId: staff.id,
      changedAt: now,
    };
    await keep(tx, database, before, after);
    await tryAgain(tx, database, now);
    await recordAudit(tx, tables, actorOf(staff), {
      action: 'change',
      object: { kind: 'mail-server', id: currentId },
      before: { ...shown(before), ...(request.password !== undefined && { password: null }) }, // that it changed, not to what
      after: shown(after),
    }, now);
  });
}

/** Uses it no more, and forgets its password. */
export async function forgetMailServer({ database, clock, environment }: Omit<ChangeDeps, 'sealing'>, staff: StaffMember): Promise<void> {
  requireOurs(environment);
  const { tables } = database;
  await database.write(async (tx) => {
    const before = await lockMailServer(tx, database);
    if (!before?.isSet) return;
    const now = clock.now();
    await keep(tx, database, before, { ...before, host: '', account: null, password: null, senderName: null, senderAddress: '', replyTo: null, isSet: false, revision: before.revision + 1, staffId: staff.id, changedAt: now });
    await recordAudit(tx, tables, actorOf(staff), { action: 'delete', object: { kind: 'mail-server', id: currentId }, before: shown(before) }, now);
  });
}

/** Rivals wait here. */
async function lockMailServer(tx: Writer, { tables }: Database): Promise<MailServerRow | null> {
  await tx.update(tables.mailServers).set({ id: currentId }).where(eq(tables.mailServers.id, currentId));
  return readMailServer(tx, tables);
}

async function keep(tx: Writer, { tables: { mailServers, lights } }: Database, before: MailServerRow | null, after: MailServerRow): Promise<void> {
  await tx.delete(lights).where(eq(lights.id, 'mail')); // what was seen of the server before says nothing of this one
  if (before) return void (await tx.update(mailServers).set(after).where(eq(mailServers.id, currentId)));
  const made = await tx.insert(mailServers).values(after).onConflictDoNothing().returning({ id: mailServers.id });
  if (made.length === 0) throw problem('changed-meanwhile'); // somebody else set the first one at this moment
}

async function tryAgain(tx: Writer, { tables: { outbox } }: Database, now: number): Promise<void> {
  await tx.update(outbox).set({ dueAt: now }).where(and(eq(outbox.state, 'pending'), isNotNull(outbox.failure)));
}

/** For the trail: what was set, without the password. */
function shown(row: MailServerRow | null): Values {
  if (!row?.isSet) return {};
  const { host, port, security, account, senderName, senderAddress, replyTo } = row;
  return { host, port, security, account, sender_name: senderName, sender_address: senderAddress, reply_to: replyTo };
}
