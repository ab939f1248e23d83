import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const schemaFiles = /\/packages\/contract\/src\/(routes|schemas)\/[\w-]+\.ts$/;

/**
 * Gives the browser what it can use of the contract: of an endpoint its method, its address and whether it needs a key, and
 * the lists of words and the limits. The schemas stay behind, and with them the library that they are written in: 13 kB less to send.
 * Code that names a schema does not build.
 */
export function leanContract(): Plugin {
  return {
    name: 'lean-contract',
    enforce: 'pre',
    async load(id) {
      if (!schemaFiles.test(id)) return null;
      this.addWatchFile(id);
      // Node reads TypeScript; the query makes it read again what has changed while developing.
      const module: Record<string, unknown> = await import(`${pathToFileURL(id)}?${String(counter++)}`);
      return Object.entries(module).flatMap(asExport).join('\n');
    },
  };
}

let counter = 0;

function asExport([name, value]: [string, unknown]): string[] {
  const lean = isRoute(value) ? { method: value.method, url: value.url, config: value.config } : value;
  return isPlain(value) || isRoute(value) ? [`export const ${name} = ${JSON.stringify(lean)};`] : [];
}

/** Words and numbers, alone, in a list or by name. */
function isPlain(value: unknown): boolean {
  return ['string', 'number'].includes(typeof value) || Array.isArray(value) || isTable(value);
}

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Reflect.ownKeys(value).length > 0 && Object.values(value).every((one) => typeof one === 'string') && !('type' in value);
}

interface Route {
  readonly method: string;
  readonly url: string;
  readonly config: object;
}

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'method' in value && 'url' in value && 'config' in value;
}
