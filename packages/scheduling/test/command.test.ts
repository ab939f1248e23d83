import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CASE_FILES, casesOf, PACKAGE } from './case-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'slot-cases-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MONDAY = casesOf(join(PACKAGE, 'cases/openings.json'))[0];
const STARTS = '["2026-03-02T08:00:00Z","2026-03-02T08:30:00Z","2026-03-02T09:00:00Z","2026-03-02T09:30:00Z"]';
const ALL = fileOf('all.json', { cases: CASE_FILES.flatMap(casesOf) });

test('the whole table of cases passes through the command', () => {
  const { stdout, stderr, status } = cases([ALL]);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.slice(0, -1).filter((line) => !line.startsWith('ok '))).toEqual([]);
  expect(lines.at(-1)).toBe(`${lines.length - 1} passed, 0 failed`);
  expect(lines.length).toBeGreaterThan(60);
  expect([stderr, status]).toEqual(['', 0]);
});

test('the zone of the machine changes nothing', () => {
  const printed = ['UTC', 'America/Los_Angeles', 'Asia/Kathmandu'].map((TZ) => cases([ALL, '--print'], { TZ }));
  expect(new Set(printed.map(({ stdout }) => stdout)).size).toBe(1);
  expect(printed.map(({ status }) => status)).toEqual([0, 0, 0]);
});

test('a case that fails says what was expected and what came, and the command exits with 1', () => {
  const file = fileOf('wrong.json', { cases: [{ ...MONDAY, expect: { starts: ['2026-03-02T08:00:00Z'] } }] });
  const { stdout, status } = cases([file]);
  expect(stdout).toBe(`FAIL weekly-monday: expected exact ["2026-03-02T08:00:00Z"] got ${STARTS}\n0 passed, 1 failed\n`);
  expect(status).toBe(1);
});

test('--print may stand anywhere and needs no expectation', () => {
  const file = fileOf('print.json', { cases: [{ ...MONDAY, expect: undefined }] });
  const line = `{"id":"weekly-monday","starts":${STARTS}}\n`;
  for (const args of [[file, '--print'], ['--print', file]]) {
    expect(cases(args)).toMatchObject({ stdout: line, stderr: '', status: 0 });
  }
});

test('a malformed case is named with its field, the others still run, and the command exits with 2', () => {
  const file = fileOf('malformed.json', { cases: [MONDAY, { ...MONDAY, id: 'crooked', duration_minutes: 0 }] });
  const { stdout, stderr, status } = cases([file]);
  expect(stdout).toBe('ok weekly-monday\n1 passed, 0 failed\n');
  expect(stderr).toMatch(/^malformed crooked: duration_minutes: /);
  expect(status).toBe(2);
});

test.each([
  ['no file', []],
  ['two files', [ALL, ALL]],
  ['a file that is not there', ['nowhere.json']],
  ['an option that is not known', [ALL, '--pretty']],
  ['what is not JSON', [fileOf('text.json', 'starts at nine')]],
  ['JSON without cases', [fileOf('empty.json', {})]],
])('given %s the command says so and exits with 2', (_, args) => {
  const { stderr, status } = cases(args);
  expect(stderr).not.toBe('');
  expect(status).toBe(2);
});

test('a relative path counts from where the caller stands', () => {
  expect(cases(['all.json', '--print'], { INIT_CWD: folder }).status).toBe(0);
});

/** Runs the script `cases` of package.json as pnpm does: in the package, with its programs first in PATH. */
function cases(args: readonly string[], environment: NodeJS.ProcessEnv = {}): { stdout: string; stderr: string; status: number | null } {
  const script: string = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).scripts.cases;
  const [program = '', ...given] = script.split(' ');
  const PATH = [join(PACKAGE, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']].join(delimiter);
  const env = { ...process.env, PATH, INIT_CWD: PACKAGE, ...environment };
  return spawnSync(program, [...given, ...args], { cwd: PACKAGE, env, encoding: 'utf8' });
}

function fileOf(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
