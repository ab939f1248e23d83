// Starts a program and waits for it. Signals that reach us go on to it, and nothing new starts after one.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { expected } from './expected.mjs';
import { inRoot, ROOT } from './root.mjs';

// Logs and files get no colour codes, whatever a program thinks of where it runs.
const PLAIN = process.stdout.isTTY || process.env.FORCE_COLOR ? {} : { NO_COLOR: '1' };

// What Node compiled once, TypeScript taken out, it need not compile at each of the hundreds of starts.
const COMPILED = { NODE_COMPILE_CACHE: inRoot('.cache/compiled') };

const running = new Set();
let stoppedBy;

export function forwardSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => forward(signal));
  if (process.env.npm_lifecycle_event) stopWithNpm();
}

// npm passes a signal to the shell it put between itself and us, and no further: when that shell is gone, so is npm.
function stopWithNpm() {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    forward('SIGTERM');
  }, 500);
  watch.unref();
}

function forward(signal) {
  stoppedBy ??= signal;
  // Ctrl-C in a terminal reaches the whole group; sending it on would make the child see it twice and skip its clean close.
  if (signal === 'SIGINT' && process.stdin.isTTY) return;
  for (const child of running) child.kill(signal);
}

/**
 * Resolves to the exit code (128 + n for a signal), or throws when a signal told us to stop.
 * `quiet` keeps the output back unless the program fails; `closesItself` makes its own exit code the answer to a signal.
 */
export async function run(command, args, { cwd = ROOT, env = {}, quiet = false, closesItself = false } = {}) {
  if (stoppedBy) throw stopped();
  const pipe = quiet ? 'pipe' : 'inherit';
  const child = spawn(command, args, {
    cwd,
    env: { ...COMPILED, ...process.env, ...PLAIN, ...env },
    stdio: ['ignore', pipe, pipe],
    // npm and npx are .cmd files on Windows, which only a shell can start.
    shell: process.platform === 'win32' && !command.endsWith('.exe'),
  });
  running.add(child);
  const output = quiet ? collect(child) : [];
  const code = await ended(child, command);
  running.delete(child);
  if (stoppedBy && !closesItself) throw stopped();
  if (code !== 0) process.stderr.write(Buffer.concat(output));
  return code;
}

export async function mustRun(what, command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw expected(`${what} failed: ${command} ${args.join(' ')} ended with ${code}.`, code);
}

function collect(child) {
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return chunks;
}

function ended(child, command) {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(expected(`${command} could not be started: ${error.message}`)));
    child.once('close', (code, signal) => resolve(signal ? signalCode(signal) : code));
  });
}

function stopped() {
  return Object.assign(expected(`Stopped by ${stoppedBy}.`, signalCode(stoppedBy)), { stopped: true });
}

function signalCode(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}
