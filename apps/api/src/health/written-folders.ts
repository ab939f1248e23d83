import type { StoreSettings } from '../files/store/open-stores.ts';

/** Where the installation writes on this machine. */
export function writtenFolders({ dataFolder, fileStore }: { readonly dataFolder?: string | undefined; readonly fileStore?: StoreSettings | undefined }): readonly string[] {
  return [...(dataFolder ? [dataFolder] : []), ...(fileStore?.kind === 'folder' && fileStore.folder ? [fileStore.folder] : [])];
}
