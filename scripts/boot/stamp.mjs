// A stamp remembers what a piece of work was done from; while the same things hash to the same stamp, it need not be done again.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Hash of the given facts and of the names and contents of the files; folders are read to the bottom, missing paths count as missing. */
export function hashOf({ root, paths, facts = [] }) {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`fact ${fact}\n`);
  for (const file of paths.flatMap((path) => filesBelow(join(root, path)))) {
    hash.update(`file ${relative(root, file).split(sep).join('/')}\n`);
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

export function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

export function isCurrent(stampFile, hash) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === hash;
}

export function writeStamp(stampFile, hash) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${hash}\n`);
}
