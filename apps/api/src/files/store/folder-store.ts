import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FileStore, StoreUnavailable } from './file-store.ts';

/**
 * A folder of the disk, without access for others. In folders by the last two characters of the id, which are chance: a
 * folder of many thousand files is slow to list.
 */
export function folderStore(folder: string): FileStore {
  const pathOf = (id: string) => join(folder, checked(id).slice(-2), id);

  return {
    kind: 'folder',
    async put(id, content) {
      const path = pathOf(id);
      const unfinished = `${path}.part`;
      await orUnavailable(async () => {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        const file = await open(unfinished, 'w', 0o600);
        try {
          await file.writeFile(content);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(unfinished, path);
      });
    },
    async open(id) {
      try {
        const file = await open(pathOf(id), 'r');
        return createReadStream('', { fd: file });
      } catch (error) {
        if (isMissing(error)) return null;
        throw new StoreUnavailable('the folder of files cannot be read', { cause: error });
      }
    },
    async remove(id) {
      await orUnavailable(async () => {
        await rm(`${pathOf(id)}.part`, { force: true });
        await rm(pathOf(id), { force: true });
      });
    },
  };
}

/** Ids are ours; that one might lead elsewhere is a bug, and must not be a hole too. */
function checked(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('not the id of a file');
  return id;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function orUnavailable(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new StoreUnavailable('the folder of files cannot be written', { cause: error });
  }
}
