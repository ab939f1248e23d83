import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { isEmail } from '@sportello/contract';
import type { DatabaseLocation } from './database/open.ts';

/** What the environment decides, read once at start. docs/settings.md documents each setting. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Public address of the installation without a slash at its end: the links in messages begin with it. */
  readonly publicUrl: string;
  readonly demo: boolean;
  readonly clockOffsetMinutes: number;
  readonly database: DatabaseLocation;
  /** Folder for what the installation keeps on its own disk: SQLite file, key, mail without a server. */
  readonly dataFolder: string;
  /** Secret from which all tokens are derived; null: a file of the data folder. */
  readonly linkKey: Buffer | null;
  /** Keys of 32 bytes for what is kept encrypted, the one in force first; null: a file of the data folder. */
  readonly sealingKeys: readonly Buffer[] | null;
  /** Addresses or networks of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly limitFactor: number;
  readonly guessLimit: number;
  /** Which parts this process does: answer the web, work on messages and tidy up, or both. */
  readonly role: 'all' | 'web' | 'worker';
  /** Mail server; null: the one that an administrator sets in the browser, until then a folder. Always null in demo mode. */
  readonly smtpUrl: string | null;
  /** E-mail address that messages come from, where no administrator set another. */
  readonly mailFrom: string;
  /** Machines of a private network that an administrator may name as mail server. */
  readonly mailPrivateHosts: readonly string[];
  /** Less than so many megabytes free on a disk of the installation is told. */
  readonly diskFreeMegabytes: number;
  /** Where the staff may sign in with the union's own accounts; null: with those of the desk alone. */
  readonly staffProvider: StaffProvider | null;
  /** Machines of a private network whose calendars may be read, by name. */
  readonly busyPrivateHosts: readonly string[];
  /** Machines of a private network that the union meets with by video, by name. */
  readonly videoPrivateHosts: readonly string[];
  /** Machines of a private network that may be told what happens, by name. */
  readonly webhookPrivateHosts: readonly string[];
  /** Servers by which browsers in a call find each other (STUN), and by which the call goes where networks keep them apart (TURN). */
  readonly stunUrls: readonly string[];
  readonly turnUrls: readonly string[];
  /** Shared with the TURN server; from it user names and passwords for an hour are made. */
  readonly turnSecret: string | null;
  /** How many minutes before its start the room of a meeting by video opens. */
  readonly roomOpensMinutes: number;
  /** Where the content of papers lies: new ones in one of the three, older ones perhaps in another. */
  readonly fileStore: FileStoreConfig;
  /** The malware scanner (ClamAV's daemon); null: none looks at what people send. */
  readonly clamd: { readonly host: string; readonly port: number } | { readonly path: string } | null;
  /** The backup of each night; null: none is made by the server. */
  readonly nightlyBackup: { readonly folder: string; readonly atMinute: number; readonly keepDays: number } | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

export interface FileStoreConfig {
  readonly kind: 'database' | 'folder' | 's3';
  readonly folder: string;
  /** null: no such store was named. */
  readonly s3: { readonly endpoint: string; readonly region: string; readonly bucket: string; readonly accessKey: string; readonly secretKey: string } | null;
}

/** The union's own provider of identities (OpenID Connect). */
export interface StaffProvider {
  /** Without a slash at its end, unless the provider's own name has one. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As people know it: what the button to sign in says. */
  readonly name: string;
  readonly scopes: string;
  /** The claim that holds the e-mail address. */
  readonly emailClaim: string;
  /** The claim that says whether the address was checked; null: the provider vouches for all of them. */
  readonly emailVerifiedClaim: string | null;
  /** Asked for, and one of them required (acr); none: any sign-in of the provider will do. */
  readonly acr: readonly string[];
}

/** Settings that are not right: each by name, with what was expected. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(`The settings are not right:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads every setting; throws SettingsError naming all the wrong ones at once. Pure. */
export function toConfig(env: Environment): Config {
  const problems: string[] = [];

  /** The setting as `read` understands it; a wrong one is noted and stands for its default. */
  function setting<Value>(name: string, fallback: Value, expected: string, read: (text: string) => Value | undefined): Value {
    const text = env[name]?.trim();
    if (text === undefined || text === '') return fallback;
    const value = read(text);
    if (value !== undefined) return value;
    problems.push(`${name}: expected ${expected}`);
    return fallback;
  }

  const demo = setting('DEMO', false, '"on" or "off"', readSwitch);
  const port = setting('PORT', 3000, 'a whole number from 1 to 65535', (text) => readInteger(text, 1, 65_535));
  const dataFolder = resolve(setting('DATA_DIR', 'data', 'the path of a folder', (text) => text));
  const clockOffsetMinutes = setting('CLOCK_OFFSET_MINUTES', 0, 'whole minutes, such as 90 or -1440', (text) => readInteger(text, -52_560_000, 52_560_000));
  if (clockOffsetMinutes !== 0 && !demo) problems.push('CLOCK_OFFSET_MINUTES: only in demo mode (DEMO=on), a real desk has the real time');
  const smtpUrl = setting<string | null>('SMTP_URL', null, 'smtp://user:password@host:587 or smtps://...', readSmtp);
  const mailFrom = setting('MAIL_FROM', 'sportello@example.org', 'an e-mail address', (text) => (isEmail(text) ? text : undefined));
  if (smtpUrl !== null && !env['MAIL_FROM']?.trim()) problems.push('MAIL_FROM: needed with SMTP_URL, the e-mail address that messages come from');

  const issuer = setting<string | null>('STAFF_OIDC_ISSUER', null, 'the https address of a provider (http on localhost alone)', readIssuer);
  const clientId = setting<string | null>('STAFF_OIDC_CLIENT_ID', null, 'the name that the provider gave this desk', readLine);
  const clientSecret = setting<string | null>('STAFF_OIDC_CLIENT_SECRET', null, 'the secret that the provider gave this desk', readLine);
  const emailVerifiedClaim = setting('STAFF_OIDC_CLAIM_EMAIL_VERIFIED', 'email_verified', 'the name of a claim, or none', readClaim);
  const ofProvider = {
    name: setting('STAFF_OIDC_NAME', issuer === null ? '' : new URL(issuer).hostname, 'a name of at most 60 characters', (text) => (text.length <= 60 ? readLine(text) : undefined)),
    scopes: setting('STAFF_OIDC_SCOPES', 'openid email profile', 'scopes separated by blanks, openid among them', readScopes),
    emailClaim: setting('STAFF_OIDC_CLAIM_EMAIL', 'email', 'the name of a claim', readClaim),
    emailVerifiedClaim: emailVerifiedClaim === 'none' ? null : emailVerifiedClaim,
    acr: setting<readonly string[]>('STAFF_OIDC_ACR', [], 'values separated by blanks', (text) => text.split(/\s+/)),
  };
  for (const [name, value] of Object.entries({ STAFF_OIDC_CLIENT_ID: clientId, STAFF_OIDC_CLIENT_SECRET: clientSecret })) {
    if (issuer !== null && value === null && !env[name]?.trim()) problems.push(`${name}: needed with STAFF_OIDC_ISSUER`);
    if (issuer === null && value !== null && !env['STAFF_OIDC_ISSUER']?.trim()) problems.push(`STAFF_OIDC_ISSUER: needed with ${name}`);
  }

  const fileStoreKind = setting<FileStoreConfig['kind']>('FILE_STORE', 'database', 'database, folder or s3', (text) => (['database', 'folder', 's3'] as const).find((kind) => kind === text));
  const ofS3 = {
    endpoint: setting<string | null>('S3_ENDPOINT', null, 'the https address of a store without a path (http on localhost alone)', readStoreAddress),
    bucket: setting<string | null>('S3_BUCKET', null, 'the name of a bucket', (text) => (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text) ? text : undefined)),
    accessKey: setting<string | null>('S3_ACCESS_KEY', null, 'the name of a key', readLine),
    secretKey: setting<string | null>('S3_SECRET_KEY', null, 'the secret of a key', readLine),
  };
  const s3Region = setting('S3_REGION', 'us-east-1', 'the name of a region', (text) => (/^[a-z0-9-]{1,40}$/.test(text) ? text : undefined));
  const { endpoint, bucket, accessKey, secretKey } = ofS3;
  const s3 = endpoint && bucket && accessKey && secretKey ? { endpoint, bucket, accessKey, secretKey, region: s3Region } : null;
  const s3Names = { endpoint: 'S3_ENDPOINT', bucket: 'S3_BUCKET', accessKey: 'S3_ACCESS_KEY', secretKey: 'S3_SECRET_KEY' } as const;
  const isS3Wanted = fileStoreKind === 's3' || Object.values(ofS3).some((value) => value !== null);
  for (const [part, name] of Object.entries(s3Names)) {
    if (isS3Wanted && ofS3[part as keyof typeof ofS3] === null && !env[name]?.trim()) problems.push(`${name}: needed with ${fileStoreKind === 's3' ? 'FILE_STORE=s3' : 'the other settings of S3'}`);
  }

  const turnUrls = setting<readonly string[]>('TURN_URLS', [], 'addresses separated by commas, such as turn:turn.example.org:3478?transport=udp', (text) => readIceUrls(text, /^turns?:/));
  const turnSecret = setting<string | null>('TURN_SECRET', null, 'the secret of the TURN server, at least 16 characters', (text) => (text.length >= 16 ? readLine(text) : undefined));
  if (turnUrls.length > 0 && turnSecret === null && !env['TURN_SECRET']?.trim()) problems.push('TURN_SECRET: needed with TURN_URLS');
  if (turnSecret !== null && turnUrls.length === 0 && !env['TURN_URLS']?.trim()) problems.push('TURN_URLS: needed with TURN_SECRET');

  const backupFolder = setting<string | null>('BACKUP_DIR', null, 'the path of a folder', (text) => resolve(text));
  const ofBackup = {
    atMinute: setting('BACKUP_AT', 150, 'an hour of the day, such as 02:30', readHour),
    keepDays: setting('BACKUP_KEEP_DAYS', 14, 'a whole number from 1 to 3650', (text) => readInteger(text, 1, 3650)),
  };

  const config: Config = {
    host: setting('HOST', '0.0.0.0', 'an address to listen on', (text) => (/^[\w.:-]+$/.test(text) ? text : undefined)),
    port,
    publicUrl: setting('PUBLIC_URL', `http://localhost:${port}`, 'an http or https address without a path', readOrigin),
    demo,
    clockOffsetMinutes,
    database: setting<DatabaseLocation>(
      'DATABASE_URL',
      { kind: 'sqlite', file: resolve(dataFolder, 'sportello.db') },
      'postgres://user:password@host:port/name, or sqlite:path/to/file.db',
      readDatabase,
    ),
    dataFolder,
    linkKey: setting<Buffer | null>('LINK_KEY', null, 'at least 32 bytes in base64, such as the output of "openssl rand -base64 48"', readKey),
    sealingKeys: setting<readonly Buffer[] | null>('SECRETS_KEY', null, 'one or more keys of exactly 32 bytes in base64, separated by commas, such as the output of "openssl rand -base64 32"', readSealingKeys),
    trustedProxies: setting<readonly string[]>('TRUSTED_PROXIES', [], 'addresses or networks separated by commas, such as 127.0.0.1,10.0.0.0/8', readAddresses),
    limitFactor: setting('LIMIT_FACTOR', 1, 'a number of 0 or more; 0 switches the limits off', readFactor),
    guessLimit: setting('GUESS_LIMIT', 20, 'a whole number from 1 to 1000000', (text) => readInteger(text, 1, 1_000_000)),
    role: setting<Config['role']>('ROLE', 'all', 'all, web or worker', (text) => (['all', 'web', 'worker'] as const).find((role) => role === text)),
    smtpUrl: demo ? null : smtpUrl,
    mailFrom,
    mailPrivateHosts: setting<readonly string[]>('MAIL_PRIVATE_HOSTS', [], 'names of machines separated by commas, such as mail.union.lan', readHosts),
    diskFreeMegabytes: setting('DISK_FREE_MB', 2_048, 'whole megabytes from 1 to 1000000000', (text) => readInteger(text, 1, 1_000_000_000)),
    staffProvider: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, ...ofProvider } : null,
    busyPrivateHosts: setting<readonly string[]>('BUSY_PRIVATE_HOSTS', [], 'names of machines separated by commas, such as calendar.union.lan,10.0.0.5', readHosts),
    videoPrivateHosts: setting<readonly string[]>('VIDEO_PRIVATE_HOSTS', [], 'names of machines separated by commas, such as video.union.lan', readHosts),
    webhookPrivateHosts: setting<readonly string[]>('WEBHOOK_PRIVATE_HOSTS', [], 'names of machines separated by commas, such as protocol.union.lan', readHosts),
    fileStore: { kind: fileStoreKind, folder: resolve(setting('FILES_DIR', resolve(dataFolder, 'files'), 'the path of a folder', (text) => text)), s3 },
    clamd: setting<Config['clamd']>('CLAMD', null, 'host:port, or the path of a socket such as /run/clamav/clamd.ctl', readClamd),
    stunUrls: setting<readonly string[]>('STUN_URLS', [], 'addresses separated by commas, such as stun:turn.example.org:3478', (text) => readIceUrls(text, /^stuns?:/)),
    turnUrls,
    turnSecret,
    roomOpensMinutes: setting('ROOM_OPENS_MINUTES', 15, 'a whole number from 1 to 120', (text) => readInteger(text, 1, 120)),
    nightlyBackup: backupFolder === null ? null : { folder: backupFolder, ...ofBackup },
    logLevel: setting<Config['logLevel']>('LOG_LEVEL', 'info', 'debug, info, warn, error or silent', readLogLevel),
  };
  if (problems.length > 0) throw new SettingsError(problems);
  return config;
}

function readSwitch(text: string): boolean | undefined {
  return text === 'on' ? true : text === 'off' ? false : undefined;
}

function readInteger(text: string, least: number, most: number): number | undefined {
  const value = Number(text);
  return /^-?\d+$/.test(text) && value >= least && value <= most ? value : undefined;
}

/** Minutes since midnight. */
function readHour(text: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours && minutes ? Number(hours) * 60 + Number(minutes) : undefined;
}

function readFactor(text: string): number | undefined {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function readOrigin(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash ? url.origin : undefined;
}

function readDatabase(text: string): DatabaseLocation | undefined {
  if (/^postgres(ql)?:\/\/./.test(text) && URL.canParse(text)) return { kind: 'pg', url: text };
  const file = text.match(/^sqlite:(?:\/\/)?(.+)$/)?.[1];
  return file && file !== ':memory:' ? { kind: 'sqlite', file: resolve(file) } : undefined;
}

function readSmtp(text: string): string | undefined {
  return /^smtps?:\/\/./.test(text) && URL.canParse(text) ? text : undefined;
}

function readKey(text: string): Buffer | undefined {
  const key = /^[A-Za-z0-9+/_-]+=*$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  return key.length >= 32 ? key : undefined;
}

function readSealingKeys(text: string): Buffer[] | undefined {
  const keys = text.split(',').map((key) => readKey(key.trim()));
  return keys.every((key): key is Buffer => key?.length === 32) ? keys : undefined;
}

function readAddresses(text: string): string[] | undefined {
  const addresses = text.split(',').map((address) => address.trim());
  return addresses.every(isNetwork) ? addresses : undefined;
}

function readHosts(text: string): string[] | undefined {
  const hosts = text.split(',').map((host) => host.trim().toLowerCase());
  return hosts.every((host) => isIP(host) !== 0 || /^[a-z0-9_]([a-z0-9._-]*[a-z0-9])?$/.test(host)) ? hosts : undefined;
}

/** RFC 7064 and 7065: a scheme, a machine, and maybe a port and a transport; ten at most. */
function readIceUrls(text: string, scheme: RegExp): string[] | undefined {
  const urls = text.split(',').map((url) => url.trim());
  const isOne = (url: string) => scheme.test(url) && /^\w+:([\w.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?(\?transport=(udp|tcp))?$/i.test(url);
  return urls.length <= 10 && urls.every(isOne) ? urls : undefined;
}

function isNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return most > 0 && rest.length === 0 && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= most));
}

/** OpenID Connect Discovery 1.0: https, without query or fragment. What is on this very machine may be http, for a try. */
function readIssuer(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.search || url.hash || url.username || url.password) return undefined;
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal) ? text : undefined;
}

function readLine(text: string): string | undefined {
  return /^\P{Cc}+$/u.test(text) ? text : undefined;
}

/** A store of files: https, or http on this very machine, for a try or behind a tunnel. */
function readStoreAddress(text: string): string | undefined {
  const origin = readOrigin(text);
  const isLocal = origin !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname);
  return origin?.startsWith('https:') || isLocal ? origin : undefined;
}

function readClamd(text: string): NonNullable<Config['clamd']> | undefined {
  if (/^\/\P{Cc}+$/u.test(text)) return { path: text };
  const [, host, port] = /^(\[[0-9a-f:.]+\]|[\w.-]+):(\d{1,5})$/i.exec(text) ?? [];
  const number = readInteger(port ?? '', 1, 65_535);
  return host && number ? { host: host.replace(/^\[|\]$/g, ''), port: number } : undefined;
}

function readScopes(text: string): string | undefined {
  const scopes = text.split(/\s+/);
  return scopes.includes('openid') && scopes.every((scope) => /^[!#-[\]-~]+$/.test(scope)) ? scopes.join(' ') : undefined;
}

function readClaim(text: string): string | undefined {
  return /^\S+$/.test(text) ? text : undefined;
}

function readLogLevel(text: string): Config['logLevel'] | undefined {
  const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
  return levels.find((level) => level === text);
}

/** The configuration of this process. The only reader of process.env. */
export function readConfig(): Config {
  return toConfig(process.env);
}
