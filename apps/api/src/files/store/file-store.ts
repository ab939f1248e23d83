import type { Readable } from 'node:stream';

export const storeKinds = ['database', 'folder', 's3'] as const;
export type StoreKind = (typeof storeKinds)[number];

/** Where the content of files lies, each under the id of its row: no name that a person gave ever gets here. */
export interface FileStore {
  readonly kind: StoreKind;
  /** Brings the content there, whole or not at all as far as readers can tell. Twice under one id is the same as once. */
  put(id: string, content: Buffer): Promise<void>;
  /** The content from its beginning; null: there is none. */
  open(id: string): Promise<Readable | null>;
  /** Takes the content away; that there is none is fine. */
  remove(id: string): Promise<void>;
}

/** All that is set up: new files go to `current`, older ones may lie elsewhere. */
export interface FileStores {
  readonly current: FileStore;
  /** null: files lie there, and the settings do not say any more where that is. */
  of(kind: StoreKind): FileStore | null;
}

/** The store does not answer, or not as it should: nothing that a person did wrong. */
export class StoreUnavailable extends Error {}
