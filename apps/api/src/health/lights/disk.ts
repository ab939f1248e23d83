import { stat, statfs } from 'node:fs/promises';
import { type Finding, type LightCheck, type LightDeps, quick } from './light.ts';

const megabyte = 1024 * 1024;
/** A full disk takes no booking any more: below a quarter of what is wanted it is serious. */
const badPart = 4;

/** Room on the disks of this machine that the installation writes to. */
export const diskLight: LightCheck = {
  name: 'disk',
  ...quick,
  async look({ folders, diskFreeMegabytes }: LightDeps): Promise<Finding> {
    const disks = await readDisks(folders);
    const [fullest] = disks.toSorted((one, other) => one.freeBytes - other.freeBytes);
    if (!fullest) return { state: 'off', says: 'none' };
    const { freeBytes, totalBytes } = fullest;
    const wanted = diskFreeMegabytes * megabyte;
    const values = { free_bytes: freeBytes, total_bytes: totalBytes, wanted_bytes: wanted };
    if (freeBytes >= wanted) return { state: 'good', says: 'good', values };
    return { state: freeBytes < wanted / badPart ? 'bad' : 'attention', says: 'full', values };
  },
};

interface Disk {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** Each disk once; a folder that is not there yet has none. */
async function readDisks(folders: readonly string[]): Promise<Disk[]> {
  const disks = new Map<number, Disk>();
  for (const folder of folders) {
    const device = await stat(folder).then(({ dev }) => dev, () => null);
    if (device === null || disks.has(device)) continue;
    const { bavail, blocks, bsize } = await statfs(folder);
    disks.set(device, { freeBytes: bavail * bsize, totalBytes: blocks * bsize });
  }
  return [...disks.values()];
}
