import { measureDatabase } from '../../database/measure.ts';
import { type Finding, type LightCheck, type LightDeps, quick } from './light.ts';

const slowMilliseconds = { attention: 500, bad: 3_000 } as const;

/** Where everything is kept: whether it answers soon enough, and fits this program. */
export const databaseLight: LightCheck = {
  name: 'database',
  ...quick,
  async look({ database }: LightDeps): Promise<Finding> {
    const { sizeBytes, answeredMilliseconds, unknownMigrations } = await measureDatabase(database);
    const values = { kind: database.kind, size_bytes: sizeBytes, answered_milliseconds: answeredMilliseconds };
    if (unknownMigrations > 0) return { state: 'attention', says: 'newer', values };
    if (answeredMilliseconds < slowMilliseconds.attention) return { state: 'good', says: 'good', values };
    return { state: answeredMilliseconds < slowMilliseconds.bad ? 'attention' : 'bad', says: 'slow', values };
  },
};
