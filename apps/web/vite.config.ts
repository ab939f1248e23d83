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
];

/** The chunks that come with a first page, by its path; booking stands on what finding brings. */
const earlyChunks = { find: '^/(?!scrivania|unione)', book: '^/(prenota|appuntamento|invito)' };

export default defineConfig({
  base: '/',
  plugins: [leanContract(), react(), preloadEarly({ chunks: earlyChunks }), precompress()],
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
