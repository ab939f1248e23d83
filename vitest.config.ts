import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// The long proofs (`*.prove.test.ts`) run with `npm run prove` only.
const exclude = ['**/node_modules/**', '**/.tsbuild/**', ...(process.env.PROVE ? [] : ['**/*.prove.test.ts'])];

/** Tests that need a database lie in apps/api/test and run twice; none knows which database it is on. */
const withDatabase = 'apps/api/test/**/*.test.ts';

/** Machines may be busy with other things: what is slow is no failure. */
const patient = { testTimeout: 60_000, hookTimeout: 120_000 };
/** Reading the server's modules costs more than most tests: read them once a worker. */
const shared = { isolate: false, ...patient };

export default defineConfig({
  test: {
    // One for each core: what waits for a database or a clock leaves the core to the other.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        test: {
          name: 'pure',
          ...patient,
          include: [
            'packages/*/{src,test}/**/*.test.ts',
            'apps/{api,web}/src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.mjs',
            'test/**/*.test.ts',
          ],
          exclude: [...exclude, 'test/postgres.test.ts'],
        },
      },
      { test: { name: 'sqlite', include: [withDatabase], exclude, ...shared, provide: { databaseKind: 'sqlite' } } },
      {
        test: {
          name: 'pg',
          include: [withDatabase, 'test/postgres.test.ts'],
          exclude,
          ...shared,
          provide: { databaseKind: 'pg' },
          // Starts one PostgreSQL for the run, only when a test of this project is in it.
          globalSetup: 'test/global-setup.ts',
        },
      },
    ],
  },
});
