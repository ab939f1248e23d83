import type { ImportReport } from '@sportello/contract';

/** How much an import brings, of all kinds together. */
export function changesIn({ kinds }: Pick<ImportReport, 'kinds'>): { readonly created: number; readonly changed: number } {
  return { created: kinds.reduce((sum, kind) => sum + kind.created, 0), changed: kinds.reduce((sum, kind) => sum + kind.changed, 0) };
}
