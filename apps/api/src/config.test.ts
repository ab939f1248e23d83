import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { SettingsError, toConfig } from './config.ts';

/** What is wrong with these settings, as whoever starts the program reads it. */
function complaint(env: Record<string, string>): string {
  try {
    toConfig(env);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as SettingsError).message;
  }
}

test('without any setting it is a real desk on SQLite, with all limits', () => {
  expect(toConfig({})).toMatchObject({
    port: 3000,
    publicUrl: 'http://localhost:3000',
    demo: false,
    clockOffsetMinutes: 0,
    database: { kind: 'sqlite', file: resolve('data/sportello.db') },
    linkKey: null,
    trustedProxies: [],
    limitFactor: 1,
    guessLimit: 20,
    role: 'all',
    smtpUrl: null,
    staffProvider: null,
    busyPrivateHosts: [],
    stunUrls: [],
    turnUrls: [],
    turnSecret: null,
    nightlyBackup: null,
    roomOpensMinutes: 15,
  });
});

test('machines whose calendars may be read are named as addresses name them', () => {
  expect(toConfig({ BUSY_PRIVATE_HOSTS: 'Calendar.union.lan, 10.0.0.5,fd00::1' }).busyPrivateHosts).toEqual(['calendar.union.lan', '10.0.0.5', 'fd00::1']);
});

test('a TURN server comes with its secret', () => {
  const env = { STUN_URLS: 'stun:turn.example.org:3478', TURN_URLS: 'turn:turn.example.org?transport=udp, turns:[2001:db8::1]:5349?transport=tcp', TURN_SECRET: 'a secret of the server' };
  expect(toConfig(env)).toMatchObject({ stunUrls: ['stun:turn.example.org:3478'], turnUrls: ['turn:turn.example.org?transport=udp', 'turns:[2001:db8::1]:5349?transport=tcp'], turnSecret: 'a secret of the server' });
  expect(complaint({ TURN_URLS: env.TURN_URLS })).toContain('TURN_SECRET: needed with TURN_URLS');
  expect(complaint({ TURN_SECRET: env.TURN_SECRET })).toContain('TURN_URLS: needed with TURN_SECRET');
});

test('an empty setting counts as not set', () => {
  const names = ['DEMO', 'PORT', 'HOST', 'PUBLIC_URL', 'DATA_DIR', 'DATABASE_URL', 'LINK_KEY', 'TRUSTED_PROXIES', 'LIMIT_FACTOR', 'GUESS_LIMIT', 'SMTP_URL', 'MAIL_FROM', 'ROLE', 'CLOCK_OFFSET_MINUTES', 'LOG_LEVEL', 'STAFF_OIDC_ISSUER', 'STAFF_OIDC_CLIENT_ID', 'STAFF_OIDC_CLIENT_SECRET', 'STAFF_OIDC_NAME', 'STAFF_OIDC_SCOPES', 'STAFF_OIDC_CLAIM_EMAIL', 'STAFF_OIDC_CLAIM_EMAIL_VERIFIED', 'STAFF_OIDC_ACR', 'BUSY_PRIVATE_HOSTS', 'STUN_URLS', 'TURN_URLS', 'TURN_SECRET', 'ROOM_OPENS_MINUTES'];
  for (const blank of ['', ' ']) expect(toConfig(Object.fromEntries(names.map((name) => [name, blank])))).toEqual(toConfig({}));
});

test.each([
  ['STUN_URLS', 'turn.example.org:3478'],
  ['STUN_URLS', 'turn:turn.example.org'],
  ['TURN_URLS', 'stun:turn.example.org'],
  ['TURN_URLS', 'turn:turn.example.org:3478?transport=sctp'],
  ['TURN_SECRET', 'short'],
  ['ROOM_OPENS_MINUTES', '0'],
  ['BACKUP_AT', '24:00'],
  ['BACKUP_AT', '2:30'],
  ['BACKUP_KEEP_DAYS', '0'],
  ['DEMO', 'yes'],
  ['DEMO', 'ON'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '3000.5'],
  ['PORT', 'http'],
  ['HOST', 'a b'],
  ['PUBLIC_URL', 'sportello.example.org'],
  ['PUBLIC_URL', 'ftp://sportello.example.org'],
  ['PUBLIC_URL', 'https://sportello.example.org/desk'],
  ['PUBLIC_URL', 'https://sportello.example.org/?a=1'],
  ['DATABASE_URL', 'mysql://localhost/desk'],
  ['DATABASE_URL', 'data/sportello.db'],
  ['DATABASE_URL', 'sqlite::memory:'],
  ['DATABASE_URL', 'postgres://'],
  ['LINK_KEY', 'too short'],
  ['LINK_KEY', randomBytes(31).toString('base64')],
  ['LINK_KEY', `${randomBytes(48).toString('base64')}!`],
  ['TRUSTED_PROXIES', 'proxy.example.org'],
  ['TRUSTED_PROXIES', '10.0.0.1;10.0.0.2'],
  ['TRUSTED_PROXIES', '999.0.0.1'],
  ['BUSY_PRIVATE_HOSTS', 'https://calendar.lan'],
  ['BUSY_PRIVATE_HOSTS', 'calendar.lan:8080'],
  ['BUSY_PRIVATE_HOSTS', 'a, ,b'],
  ['BUSY_PRIVATE_HOSTS', '*'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '2001:db8::/129'],
  ['TRUSTED_PROXIES', ':::'],
  ['TRUSTED_PROXIES', '10'],
  ['LIMIT_FACTOR', '-1'],
  ['LIMIT_FACTOR', 'none'],
  ['LIMIT_FACTOR', '1,5'],
  ['LIMIT_FACTOR', 'Infinity'],
  ['GUESS_LIMIT', '0'],
  ['GUESS_LIMIT', '1.5'],
  ['GUESS_LIMIT', 'many'],
  ['SMTP_URL', 'mail.example.org:25'],
  ['SMTP_URL', 'http://mail.example.org'],
  ['MAIL_FROM', 'sportello'],
  ['ROLE', 'server'],
  ['CLOCK_OFFSET_MINUTES', '1.5'],
  ['CLOCK_OFFSET_MINUTES', 'tomorrow'],
  ['LOG_LEVEL', 'verbose'],
  ['STAFF_OIDC_ISSUER', 'id.example.org'],
  ['STAFF_OIDC_ISSUER', 'http://id.example.org'],
  ['STAFF_OIDC_ISSUER', 'http://localhost.example.org'],
  ['STAFF_OIDC_ISSUER', 'https://id.example.org/?tenant=1'],
  ['STAFF_OIDC_ISSUER', 'https://user:password@id.example.org'],
  ['STAFF_OIDC_NAME', 'x'.repeat(61)],
  ['STAFF_OIDC_SCOPES', 'email profile'],
  ['STAFF_OIDC_SCOPES', 'openid "email"'],
  ['STAFF_OIDC_CLAIM_EMAIL', 'e mail'],
  ['STAFF_OIDC_CLAIM_EMAIL_VERIFIED', 'is it'],
])('%s=%s is refused by its name, saying what is expected', (name, value) => {
  const said = complaint({ [name]: value, ...(name === 'CLOCK_OFFSET_MINUTES' && { DEMO: 'on' }) });
  expect(said).toMatch(new RegExp(`^ {2}- ${name}: expected "?\\w+`, 'm'));
  expect(said.match(/^ {2}- /gm)).toHaveLength(1);
});

test('all that is wrong is said at once, and no secret is repeated', () => {
  const said = complaint({ PORT: 'x', DEMO: 'x', LINK_KEY: 'secret', DATABASE_URL: 'mysql://user:password@localhost/desk' });
  for (const name of ['PORT', 'DEMO', 'LINK_KEY', 'DATABASE_URL']) expect(said).toContain(`${name}: expected`);
  expect(said).not.toMatch(/secret(?! from)|user:password@localhost\/desk/);
});

test.each([
  ['sqlite:desk.db', { kind: 'sqlite', file: resolve('desk.db') }],
  ['sqlite:///var/lib/desk.db', { kind: 'sqlite', file: '/var/lib/desk.db' }],
  ['postgres://desk:pw@db.example.org:5432/desk', { kind: 'pg', url: 'postgres://desk:pw@db.example.org:5432/desk' }],
  ['postgresql://localhost/desk', { kind: 'pg', url: 'postgresql://localhost/desk' }],
])('the database may be %s', (address, database) => {
  expect(toConfig({ DATABASE_URL: address }).database).toEqual(database);
});

test('settings are read as they are meant', () => {
  const key = randomBytes(48);
  const env = { PORT: '8080', LINK_KEY: key.toString('base64'), LIMIT_FACTOR: '0.5', GUESS_LIMIT: '3', TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,::1, 2001:db8::/32', PUBLIC_URL: 'https://sportello.example.org/' };
  expect(toConfig(env)).toMatchObject({
    port: 8080,
    publicUrl: 'https://sportello.example.org',
    linkKey: key,
    limitFactor: 0.5,
    guessLimit: 3,
    trustedProxies: ['127.0.0.1', '10.0.0.0/8', '::1', '2001:db8::/32'],
  });
  expect(toConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  expect(toConfig({ LIMIT_FACTOR: '0' }).limitFactor).toBe(0);
});

test('the clock is shifted in demo mode only', () => {
  expect(toConfig({ DEMO: 'on', CLOCK_OFFSET_MINUTES: '-1440' }).clockOffsetMinutes).toBe(-1440);
  expect(complaint({ DEMO: 'off', CLOCK_OFFSET_MINUTES: '60' })).toContain('CLOCK_OFFSET_MINUTES: only in demo mode');
  expect(complaint({ CLOCK_OFFSET_MINUTES: '60' })).toContain('CLOCK_OFFSET_MINUTES: only in demo mode');
  expect(toConfig({ CLOCK_OFFSET_MINUTES: '0' }).clockOffsetMinutes).toBe(0);
});

test('in demo mode no mail server is used', () => {
  expect(toConfig({ DEMO: 'on', SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'desk@example.org' }).smtpUrl).toBeNull();
  expect(toConfig({ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'desk@example.org' })).toMatchObject({ smtpUrl: 'smtp://mail.example.org', mailFrom: 'desk@example.org' });
  expect(complaint({ SMTP_URL: 'smtp://mail.example.org' })).toContain('MAIL_FROM: needed with SMTP_URL');
});

const provider = { STAFF_OIDC_ISSUER: 'https://id.example.org/realm', STAFF_OIDC_CLIENT_ID: 'desk', STAFF_OIDC_CLIENT_SECRET: 'a secret of the provider' };

test('the union’s own provider needs an address, a name and a secret; the rest has its defaults', () => {
  expect(toConfig(provider).staffProvider).toEqual({
    issuer: 'https://id.example.org/realm',
    clientId: 'desk',
    clientSecret: 'a secret of the provider',
    name: 'id.example.org',
    scopes: 'openid email profile',
    emailClaim: 'email',
    emailVerifiedClaim: 'email_verified',
    acr: [],
  });
  for (const name of Object.keys(provider)) expect(complaint({ ...provider, [name]: '' })).toMatch(/STAFF_OIDC_\w+: needed with STAFF_OIDC_/);
});

test('the settings of the provider are read as they are meant', () => {
  const env = { ...provider, STAFF_OIDC_NAME: 'Account dell’Unione', STAFF_OIDC_SCOPES: ' openid  mail ', STAFF_OIDC_CLAIM_EMAIL: 'mail', STAFF_OIDC_CLAIM_EMAIL_VERIFIED: 'none', STAFF_OIDC_ACR: 'https://www.spid.gov.it/SpidL2 CIE_L3' };
  expect(toConfig(env).staffProvider).toMatchObject({ name: 'Account dell’Unione', scopes: 'openid mail', emailClaim: 'mail', emailVerifiedClaim: null, acr: ['https://www.spid.gov.it/SpidL2', 'CIE_L3'] });
  expect(toConfig({ ...provider, STAFF_OIDC_ISSUER: 'http://localhost:9000' }).staffProvider?.issuer).toBe('http://localhost:9000');
});

const s3 = { FILE_STORE: 's3', S3_ENDPOINT: 'https://s3.example.org/', S3_BUCKET: 'sportello', S3_ACCESS_KEY: 'a key', S3_SECRET_KEY: 'its secret' };

test('a folder for backups is all that they need; hour and days have defaults', () => {
  expect(toConfig({ BACKUP_DIR: '/mnt/backups' }).nightlyBackup).toEqual({ folder: '/mnt/backups', atMinute: 150, keepDays: 14 });
  expect(toConfig({ BACKUP_DIR: '/mnt/backups', BACKUP_AT: '23:05', BACKUP_KEEP_DAYS: '30' }).nightlyBackup).toMatchObject({ atMinute: 1385, keepDays: 30 });
});

test('papers lie in the database unless another store is named', () => {
  expect(toConfig({ DATA_DIR: '/srv/desk' }).fileStore).toEqual({ kind: 'database', folder: '/srv/desk/files', s3: null });
  expect(toConfig({ FILE_STORE: 'folder', FILES_DIR: '/srv/papers' }).fileStore).toMatchObject({ kind: 'folder', folder: '/srv/papers' });
  expect(toConfig(s3).fileStore).toMatchObject({ kind: 's3', s3: { endpoint: 'https://s3.example.org', region: 'us-east-1', bucket: 'sportello', accessKey: 'a key', secretKey: 'its secret' } });
  // Older papers may lie there while new ones go to the database.
  expect(toConfig({ ...s3, FILE_STORE: 'database', S3_REGION: 'eu-south-1' }).fileStore).toMatchObject({ kind: 'database', s3: { region: 'eu-south-1' } });
});

test('a store of files that is half described is refused by name', () => {
  expect(complaint({ FILE_STORE: 'disk' })).toContain('FILE_STORE: expected database, folder or s3');
  for (const name of ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY']) {
    expect(complaint({ ...s3, [name]: '' })).toContain(`${name}: needed with FILE_STORE=s3`);
    expect(complaint({ ...s3, FILE_STORE: '', [name]: '' })).toContain(`${name}: needed with the other settings of S3`);
  }
  for (const address of ['http://s3.example.org', 'https://s3.example.org/path', 's3.example.org']) expect(complaint({ ...s3, S3_ENDPOINT: address })).toContain('S3_ENDPOINT: expected');
  expect(toConfig({ ...s3, S3_ENDPOINT: 'http://localhost:9000' }).fileStore.s3?.endpoint).toBe('http://localhost:9000');
});

test.each([
  ['clamd.union.lan:3310', { host: 'clamd.union.lan', port: 3310 }],
  ['[::1]:3310', { host: '::1', port: 3310 }],
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
])('the malware scanner may be at %s', (text, clamd) => {
  expect(toConfig({ CLAMD: text }).clamd).toEqual(clamd);
});

test('without a scanner none is asked, and one that cannot be is refused', () => {
  expect(toConfig({}).clamd).toBeNull();
  for (const text of ['clamd', 'clamd:0', 'clamd:70000', 'run/clamd.ctl', 'http://clamd:3310']) expect(complaint({ CLAMD: text })).toContain('CLAMD: expected');
});
