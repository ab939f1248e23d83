// Read before anything else by a process that runs from its sources: `node --import .../quick-start.ts main.ts`. It only makes the start
// cheaper; without it everything works the same. See docs/decisions/033-how-a-process-begins.md.
import { enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';

// What was compiled once is kept beside the sources; where that cannot be written, Node goes on without.
enableCompileCache(join(import.meta.dirname, '..', '..', '..', '.cache', 'compiled'));

const drizzle = '/node_modules/drizzle-orm/';

// For each of the 600 modules of drizzle-orm Node would read its package.json anew, of 180 kB, only to learn that they are modules.
registerHooks({
  resolve(specifier, context, next) {
    const { parentURL } = context;
    if (!specifier.startsWith('.') || !parentURL?.includes(drizzle) || !parentURL.endsWith('.js')) return next(specifier, context);
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
  },
});
