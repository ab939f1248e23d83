import { invalid } from '../http/problems.ts';

export interface PageQuery {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/**
 * The part of a list that was asked for. A cursor is the id of the last item of the page before, so it holds while
 * other items come and go; for one that is not of this list it throws the problem `validation`.
 */
export function pageOf<Item extends { readonly id: string }>(list: readonly Item[], { limit = 100, cursor }: PageQuery): Page<Item> {
  const start = cursor === undefined ? 0 : placeAfter(list, cursor);
  const items = list.slice(start, start + limit);
  const last = items.at(-1);
  return { items, nextCursor: last && start + limit < list.length ? writeCursor(last.id) : null };
}

function placeAfter(list: readonly { readonly id: string }[], cursor: string): number {
  const place = list.findIndex(({ id }) => writeCursor(id) === cursor);
  if (place >= 0) return place + 1;
  throw invalid('cursor', {
    it: 'Il cursore non appartiene a questo elenco: ricomincia dalla prima pagina.',
    en: 'The cursor does not belong to this list: start again from the first page.',
  });
}

function writeCursor(id: string): string {
  return Buffer.from(id).toString('base64url');
}
