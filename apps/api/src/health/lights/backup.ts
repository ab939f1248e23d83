import { lastBackups } from '../../backup/last-backup.ts';
import { type Finding, type LightCheck, type LightDeps, quick } from './light.ts';

/** A night may fail and be made up for by the next one. */
const oldMilliseconds = 50 * 3_600_000;

/** The last backup that was made and tried, by night or by hand. */
export const backupLight: LightCheck = {
  name: 'backup',
  ...quick,
  async look({ database, clock, demo }: LightDeps): Promise<Finding> {
    const { good, trouble } = await lastBackups(database);
    const values = { made_at: good?.madeAt ?? null, kilobytes: good?.kilobytes ?? null };
    if (trouble?.state === 'failed') return { state: good && clock.now() - good.madeAt < oldMilliseconds ? 'attention' : 'bad', says: 'failed', values };
    if (!good) return { state: demo ? 'off' : 'attention', says: 'none' };
    return clock.now() - good.madeAt < oldMilliseconds ? { state: 'good', says: 'good', values } : { state: 'attention', says: 'old', values };
  },
};
