import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { leanContract } from './build/lean-contract.ts';
import { precompress } from './build/precompress.ts';
import { preloadEarly } from './build/preload-early.ts';

/**
 * What the first page always needs is one chunk, with all that it stands on. Then each feature is one: whoever opens one
 * of its pages soon opens another. The pages that help belong to those on which one finds.
 */
const chunks = [
  { name: 'main', tags: ['$initial' as const], priority: 3 },
  { name: 'find', test: /\/src\/(find|help)\//, priority: 2 },
  { name: 'book', test: /\/src\/(book|manage|invite)\//, priority: 1 },
  { name: 'staff', test: /\/src\/(staff\/|desk\/[^/]+$)|\/contract\/src\/(routes|schemas)\/(staff|desk)/, priority: 1 },
  { name: 'desk-today', test: /\/src\/desk\/(today|attendance)\//, priority: 1 },
  { name: 'desk-agenda', test: /\/src\/desk\/agenda\//, priority: 1 },
];

/** What comes with a first page, by its address: booking stands on what finding brings, and the desk on both. */
const early = {
  chunks: {
    find: '^/',
    book: '^/(prenota|appuntamento|invito|scrivania|unione)',
    staff: '^/(scrivania|unione)',
    'desk-today': '^/scrivania/?([?]|$)',
    'desk-agenda': '^/scrivania/agenda',
  },
  styles: { staff: '^/(scrivania|unione)' },
};

export default defineConfig({
  base: '/',
  plugins: [leanContract(), react(), preloadEarly(early), precompress()],
  css: {
    preprocessorOptions: {
      // Bootstrap Italia is written for an older Sass; its own warnings are not ours to mend.
      scss: { quietDeps: true, silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'] },
    },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false, // preloadEarly names what is worth it
    rolldownOptions: {
      // The contract is constants only: what a page does not name need not travel to it.
      treeshake: { moduleSideEffects: (id) => !id.includes('/packages/contract/') },
      output: { codeSplitting: { groups: chunks } },
    },
  },
  server: { proxy: { '/api': process.env.API_URL ?? 'http://localhost:3000' } },
});
