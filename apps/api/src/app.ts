import { randomInt } from 'node:crypto';
import { apiBase } from '@sportello/contract';
import cors from '@fastify/cors';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyServerOptions, LogController } from 'fastify';
import { firstStepRoutes } from './administration/first-steps/routes.ts';
import { previewRoutes } from './administration/preview-routes.ts';
import { documentRoutes } from './administration/document/routes.ts';
import { logoRoutes } from './administration/logo/routes.ts';
import { memberCalendarRoutes } from './administration/member-calendar-routes.ts';
import { administrationRoutes } from './administration/routes.ts';
import { appointmentRoutes } from './appointments/appointment-routes.ts';
import { finder } from './appointments/find.ts';
import { openInvitationRoutes } from './appointments/invitation-routes.ts';
import { calendarRoutes } from './appointments/calendar-routes.ts';
import { holdRoutes } from './appointments/hold-routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { availabilityRoutes } from './availability/routes.ts';
import { busyReader } from './calendars/busy/busy-reader.ts';
import { calendarStore } from './calendars/calendar-store.ts';
import { feedRoute } from './calendars/feeds/feed-route.ts';
import type { Clock } from './clock.ts';
import { type Database, isUnavailable } from './database/database.ts';
import { newId } from './database/id.ts';
import { liveDesk } from './desk/live/live-desk.ts';
import { deskRoutes } from './desk/routes.ts';
import { logoRoute } from './directory/logo-route.ts';
import { directoryRoutes } from './directory/routes.ts';
import { siteRoutes } from './directory/site-routes.ts';
import { directoryStore } from './directory/store.ts';
import { registerAccess } from './http/access.ts';
import type { FileDeps } from './files/deps.ts';
import { deskFileRoutes, publicFileRoutes } from './files/routes.ts';
import { type ClamdAddress, clamdScanner } from './files/scanner/clamd.ts';
import { openStores, type StoreSettings } from './files/store/open-stores.ts';
import { countUploads } from './files/uploads.ts';
import type { App } from './http/app.ts';
import { registerBodies } from './http/body.ts';
import { createCaptcha } from './http/captcha.ts';
import { serializersAtFirstUse } from './http/first-use.ts';
import { guardGuesses } from './http/guesses.ts';
import { makeIdempotency } from './http/idempotency.ts';
import { languageOf } from './http/language.ts';
import { registerLimits } from './http/limits.ts';
import { loggerWithoutSecrets } from './http/log-lines.ts';
import { registerOpenApi } from './http/openapi.ts';
import { registerProblemPages } from './http/problem-pages.ts';
import { problem, registerProblems, sendProblem } from './http/problems.ts';
import { registerSecurityHeaders } from './http/security-headers.ts';
import { statusRoutes } from './http/status.ts';
import { registerValidation } from './http/validation.ts';
import { registerWebApp } from './http/web-app.ts';
import type { StaffProvider } from './identity/oidc.ts';
import { identityRoutes } from './identity/routes.ts';
import { sessionStore } from './identity/sessions.ts';
import { mailboxRoutes } from './notifications/mailbox-routes.ts';
import { mailSettings } from './notifications/mail-server/present-settings.ts';
import { mailServerRoutes } from './notifications/mail-server/routes.ts';
import type { Mailbox } from './notifications/senders/mailbox.ts';
import { insideFinder } from './rooms/inside.ts';
import { retentionRoutes } from './retention/routes.ts';
import { roomTokens } from './rooms/room-token.ts';
import type { IceSettings } from './rooms/ice.ts';
import { connectionRoutes } from './rooms/providers/connection-routes.ts';
import { makeMeetings } from './rooms/providers/meetings.ts';
import { makeVendors } from './rooms/providers/vendors.ts';
import { citizenRoomRoutes } from './rooms/citizen-routes.ts';
import { guestRoomRoutes } from './rooms/guest-routes.ts';
import { liveRooms } from './rooms/live-rooms.ts';
import { roomSocket } from './rooms/socket-route.ts';
import { staffRoomRoutes } from './rooms/staff-routes.ts';
import type { Sealing } from './sealing.ts';
import type { Secrets } from './secrets.ts';
import { crawlerRoutes } from './site/crawler-routes.ts';
import { describePage } from './site/describe-page.ts';
import { openStatisticsRoutes, statisticsRoutes } from './statistics/routes.ts';
import { stateRoutes } from './health/routes.ts';
import { writtenFolders } from './health/written-folders.ts';
import { staffSystemRoutes } from './systems/staff-routes.ts';
import { systemRoutes } from './systems/system-routes.ts';
import { webhookSender } from './systems/webhooks/send.ts';

/** What the app is built from; tests build the same app from the same parts. */
export interface AppDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly sealing: Sealing;
  readonly settings: {
    readonly demo: boolean;
    readonly publicUrl: string;
    readonly trustedProxies: readonly string[];
    readonly limitFactor: number;
    readonly guessLimit: number;
    readonly version: string;
    /** E-mail address that messages and calendar files come from, where no administrator set another. */
    readonly mailFrom: string;
    /** The mail server of the installation; null or left out: the one that an administrator sets. */
    readonly smtpUrl?: string | null;
    /** Names of machines of a private network that an administrator may name as mail server. */
    readonly mailPrivateHosts?: readonly string[];
    /** Folders that the installation writes to, and how many megabytes should be free there. */
    readonly dataFolder?: string;
    readonly diskFreeMegabytes?: number;
    readonly hasGuessableKeys?: boolean;
    /** Folder of the built web app; null: the API alone. */
    readonly webFolder: string | null;
    /** The union's own provider of identities for the staff; null: there is none. */
    readonly staffProvider?: StaffProvider | null;
    /** Names of machines of a private network whose calendars may be read. */
    readonly busyPrivateHosts?: readonly string[];
    /** Minutes before its start that the room of a meeting by video opens; left out, a quarter of an hour. */
    readonly roomOpensMinutes?: number;
    /** Names of machines of a private network that the union may meet with by video. */
    readonly videoPrivateHosts?: readonly string[];
    /** Names of machines of a private network that may be told what happens. */
    readonly webhookPrivateHosts?: readonly string[];
    /** Servers that help browsers in a call to find each other; left out: there are none. */
    readonly stunUrls?: readonly string[];
    readonly turnUrls?: readonly string[];
    readonly turnSecret?: string | null;
    /** Where the content of papers lies; left out, in the database. */
    readonly fileStore?: StoreSettings;
    /** The malware scanner; null: none. */
    readonly clamd?: ClamdAddress | null;
  };
  /** This process, as its signs of life name it; left out: it gives none. */
  readonly processId?: string;
  /** After a change that may have written a message. */
  readonly onChange?: () => void;
  /** The mail of demo mode, to be read in the browser; null: none of it can be reached. */
  readonly mailbox?: Mailbox | null;
  readonly logger?: FastifyServerOptions['logger'];
}

/** Builds the server without listening: plugins, then every feature, by hand and in order. */
export async function buildApp({ database, clock, secrets, sealing, settings, processId, onChange, mailbox = null, logger = false }: AppDeps): Promise<App> {
  const { publicUrl, limitFactor, version } = settings;
  const app: App = Fastify({
    logger: loggerWithoutSecrets(logger),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    genReqId: newId,
    schemaController: { compilersFactory: { buildSerializer: serializersAtFirstUse } },
    serializerOpts: { ajv: { validateFormats: false } }, // answers are ours: they are written, not judged
    frameworkErrors: (_, request, reply) => void sendProblem(request, reply, problem('not-found'), publicUrl), // an address that cannot be read
    return503OnClosing: false, // what is under way is answered; nobody else is let in
  }).withTypeProvider<TypeBoxTypeProvider>();

  registerProblems(app, { baseUrl: publicUrl, isUnavailable });
  registerValidation(app);
  registerBodies(app);
  await registerSecurityHeaders(app, { publicUrl });
  await registerOpenApi(app, { publicUrl, version });
  registerProblemPages(app);

  const mail = mailSettings({ database, sealing }, { demo: settings.demo, smtpUrl: settings.smtpUrl ?? null, mailFrom: settings.mailFrom, mailPrivateHosts: settings.mailPrivateHosts ?? [] });
  const directory = directoryStore(database, clock, { roomOpensMinutes: settings.roomOpensMinutes });
  const calendars = calendarStore({ database, clock });
  const guesses = guardGuesses({ database, clock, secrets, limit: settings.guessLimit });
  const holdLimits = limitFactor === 0 ? { captchaFrom: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY } : { captchaFrom: 5 * limitFactor, most: 20 * limitFactor };
  const booking = {
    database,
    calendars,
    directory,
    clock,
    secrets,
    holdLimits,
    find: finder({ database, secrets, guesses }),
    idempotency: makeIdempotency({ database, clock, secrets }),
    captcha: createCaptcha({ key: secrets.derivedKey('captcha'), now: () => clock.now() }),
  };

  const sessions = sessionStore({ database, clock, demo: settings.demo });
  const tokens = roomTokens(secrets.derivedKey('room'));
  const inside = insideFinder({ database, clock, directory, sessions, tokens });
  const files: FileDeps = {
    ...booking,
    guesses,
    inside,
    stores: openStores(database, settings.fileStore ?? { kind: 'database', folder: null, s3: null }),
    scanner: settings.clamd ? clamdScanner(settings.clamd) : null,
    uploads: countUploads(),
  };
  const live = liveDesk({ database, calendars, clock, directory, sessions, log: app.log });
  const busy = busyReader({ privateHosts: settings.busyPrivateHosts ?? [], version, publicUrl });
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());
  const vendors = makeVendors({ database, clock, secrets, sealing, privateHosts: settings.videoPrivateHosts ?? [], publicUrl, version });
  const meetings = makeMeetings({ database, clock, sealing, vendors, random: () => randomInt(2 ** 32) / 2 ** 32, closing: closing.signal });
  const webhooks = { clock, privateHosts: settings.webhookPrivateHosts ?? [], userAgent: `SportelloVirtuale/${version} (+${publicUrl})` };
  const ice: IceSettings = { stunUrls: settings.stunUrls ?? [], turnUrls: settings.turnUrls ?? [], turnSecret: settings.turnSecret ?? null };
  const rooms = { ...booking, sessions, tokens, inside, ice, meetings };
  const talking = liveRooms({ ...rooms, log: app.log, onChange: () => tellOthers() });
  const tellOthers = () => {
    onChange?.();
    live.wake();
  };
  const tellChange = () => {
    tellOthers();
    talking.wake();
  };

  await app.register(
    async (api: App) => {
      await api.register(cors, {
        origin: '*',
        methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
        allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'Accept-Language'],
        exposedHeaders: ['Idempotency-Replayed', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After'],
        maxAge: 86_400,
        strictPreflight: false,
      });
      await registerLimits(api, { limitFactor });
      registerAccess(api);
      api.addHook('onRequest', async (request, reply) => {
        reply.headers({ 'content-language': languageOf(request), 'cache-control': 'no-store' });
      });
      api.addHook('onResponse', async ({ method }, { statusCode }) => {
        if (method !== 'GET' && statusCode < 300) tellChange();
      });
      statusRoutes(api, { clock, version, askDatabase: () => directory.current() });
      logoRoute(api, { database });
      directoryRoutes(api, { directory, clock, baseUrl: publicUrl });
      siteRoutes(api, { directory, database, clock, idempotency: booking.idempotency });
      openStatisticsRoutes(api, { database, clock, directory });
      availabilityRoutes(api, { database, directory, calendars, clock });
      holdRoutes(api, booking);
      appointmentRoutes(api, booking);
      openInvitationRoutes(api, { ...booking, guesses });
      citizenRoomRoutes(api, rooms);
      guestRoomRoutes(api, { ...rooms, guesses });
      await roomSocket(api, { live: talking, publicUrl });
      calendarRoutes(api, { ...booking, baseUrl: publicUrl, mailFrom: async () => (await mail.current()).senderAddress });
      await publicFileRoutes(api, files);
      feedRoute(api, { database, clock, secrets, directory, publicUrl, demo: settings.demo });
      api.get('/openapi.json', { schema: { hide: true } as object }, () => app.swagger());
    },
    { prefix: apiBase },
  );

  await app.register(
    async (api: App) => {
      await registerLimits(api, { limitFactor });
      api.addHook('onResponse', async ({ method }, { statusCode }) => {
        if (method !== 'GET' && statusCode < 300) tellChange();
      });
      await identityRoutes(api, { database, clock, secrets, sealing, publicUrl, demo: settings.demo, provider: settings.staffProvider ?? null, liveFrom: live.cursor });
      auditRoutes(api, { database, clock, directory });
      administrationRoutes(api, { database, clock, directory, calendars });
      memberCalendarRoutes(api, { database, clock, directory });
      logoRoutes(api, { database, clock, publicUrl });
      firstStepRoutes(api, { database, clock, directory, calendars });
      documentRoutes(api, { database, clock, directory, calendars, version });
      previewRoutes(api, { database, clock, directory, calendars, publicUrl });
      statisticsRoutes(api, { database, clock, directory });
      retentionRoutes(api, { database, clock, directory });
      await deskFileRoutes(api, files);
      connectionRoutes(api, { database, clock, secrets, sealing, directory, vendors, publicUrl, ice, closing: closing.signal });
      mailServerRoutes(api, { database, clock, sealing, directory, mail, publicUrl });
      stateRoutes(api, { database, clock, sealing, directory, mail, publicUrl, version, demo: settings.demo, clamd: settings.clamd ?? null, folders: writtenFolders(settings), diskFreeMegabytes: settings.diskFreeMegabytes ?? 0, hasGuessableKeys: settings.hasGuessableKeys ?? false, processId: processId ?? null });
      deskRoutes(api, { ...booking, publicUrl, live, sealing, busy, closing: closing.signal });
      staffRoomRoutes(api, rooms);
      staffSystemRoutes(api, { database, clock, directory, sealing, privateHosts: webhooks.privateHosts, send: webhookSender(webhooks), closing: closing.signal });
    },
    { prefix: apiBase },
  );

  await app.register(
    async (api: App) => {
      await registerLimits(api, { limitFactor });
      systemRoutes(api, { database, clock, directory, guesses, limitFactor, version });
    },
    { prefix: apiBase },
  );

  if (mailbox) mailboxRoutes(app, mailbox);
  if (settings.webFolder) {
    crawlerRoutes(app, { directory, clock, baseUrl: publicUrl });
    await registerWebApp(app, { folder: settings.webFolder, describe: async (path) => describePage(await directory.current(), path, { now: clock.now(), baseUrl: publicUrl }) });
  }
  return app;
}
