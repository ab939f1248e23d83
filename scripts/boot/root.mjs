import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Every path of the scripts starts here, so that they work from any current folder.
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export function inRoot(...parts) {
  return join(ROOT, ...parts);
}
