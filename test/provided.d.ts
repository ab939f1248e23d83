import 'vitest';

declare module 'vitest' {
  /** What vitest.config.ts and global-setup.ts hand to the tests: `inject('postgresUrl')`. */
  interface ProvidedContext {
    /** The database that the tests of this project run on. They hand it to their set-up and never look at it. */
    databaseKind: 'sqlite' | 'pg';
    /** Address of the PostgreSQL of this run, as superuser; only in the project `pg`. */
    postgresUrl: string;
  }
}
