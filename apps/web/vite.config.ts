import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';
import { preloadEarly } from './build/preload.ts';

// A feature is one chunk: whoever opens one of its pages soon opens another.
const features = /\/src\/(find|help|book|manage|room|desk|admin)\//;

export default defineConfig({
  base: '/',
  plugins: [react(), preloadEarly({ chunk: 'find' }), precompress()],
  css: {
    preprocessorOptions: {
      // Bootstrap Italia is written for an older Sass; its own warnings are not ours to mend.
      scss: { quietDeps: true, silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'] },
    },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The contract is constants only: what a page does not name need not travel to it.
      treeshake: { moduleSideEffects: (id) => !/\/packages\/contract\/|\/typebox\//.test(id) },
      output: {
        codeSplitting: { groups: [{ name: (id) => features.exec(id)?.[1] ?? null, test: features }] },
      },
    },
  },
  server: { proxy: { '/api': process.env.API_URL ?? 'http://localhost:3000' } },
});
