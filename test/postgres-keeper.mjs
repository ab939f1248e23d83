// Started by postgres.ts, which holds the other end of our standard input: while it is open the server runs.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const { postgres, folder, options, uid, gid } = JSON.parse(process.argv[2]);

const server = spawn(postgres, ['-D', `${folder}/data`, ...options], { cwd: folder, uid, gid, stdio: ['ignore', 'ignore', 'inherit'] });
server.once('error', (error) => process.stderr.write(`${error.message}\n`));
server.once('close', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});

// SIGINT is the fast shutdown: it does not wait for clients to leave.
process.stdin.resume().once('close', () => server.kill('SIGINT'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill('SIGINT'));
