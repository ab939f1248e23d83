// The files of the repository as the rules see them: a path from the root with forward slashes, and the text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface RepositoryFile {
  path: string;
  text: string;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const NOT_OURS = new Set(['node_modules', '.git', '.cache', '.tsbuild', 'dist', 'coverage', 'test-results', 'playwright-report']);
// Where a running installation keeps its database; only at the root.
const RUNTIME_DATA = 'data';

/** Every text file that belongs to the repository, whether committed yet or not. */
export function repositoryFiles(): RepositoryFile[] {
  return pathsBelow('')
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}

function pathsBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.has(entry.name) || path === RUNTIME_DATA) return [];
    return entry.isDirectory() ? pathsBelow(path) : entry.isFile() ? [path] : [];
  });
}

export function isCode(path: string): boolean {
  return /\.(ts|tsx|mts|mjs|js)$/.test(path);
}

/** Code that never runs for a user: tests, their helpers, benchmarks, journeys, and the scripts of the house. */
export function isForDevelopment(path: string): boolean {
  return /\.(test|prove\.test|bench|spec)\.[cm]?[jt]sx?$/.test(path) || /(^|\/)(test|bench|e2e|scripts|cli)\//.test(path) || /\.config\.[cm]?[jt]s$/.test(path);
}
