import type { Database } from '../../database/database.ts';
import { databaseStore } from './database-store.ts';
import type { FileStore, FileStores, StoreKind } from './file-store.ts';
import { folderStore } from './folder-store.ts';
import { s3Store, type S3Settings } from './s3-store.ts';

export interface StoreSettings {
  readonly kind: StoreKind;
  readonly folder: string | null;
  readonly s3: S3Settings | null;
}

/** Whoever changes FILE_STORE keeps the settings of the other one as long as files lie there. */
export function openStores(database: Pick<Database, 'tables' | 'read' | 'write'>, { kind, folder, s3 }: StoreSettings): FileStores {
  const stores: Readonly<Record<StoreKind, FileStore | null>> = {
    database: databaseStore(database),
    folder: folder === null ? null : folderStore(folder),
    s3: s3 && s3Store(s3),
  };
  const current = stores[kind];
  if (!current) throw new Error(`Files are to lie in ${kind}, and the settings do not say where`);
  return { current, of: (one) => stores[one] };
}
