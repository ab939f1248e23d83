import type { ContentOf, NewRecordDraft, RecordKind } from '@sportello/contract';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { newDraftsOf } from './queries.ts';

export interface NewDraft<Kind extends RecordKind> {
  readonly draft: NewRecordDraft;
  readonly content: ContentOf<Kind>;
}

/** The draft of a new record that the address names, over what a new one begins with; `gone`: it is not there any more; null: none is named. */
export function useNewDraft<Kind extends RecordKind>(kind: Kind, start: ContentOf<Kind>): NewDraft<Kind> | 'gone' | null {
  const { items } = useAnswer(newDraftsOf(kind));
  const id = useSearchParams()[0].get('bozza');
  if (id === null) return null;
  const draft = items.find((one) => one.id === id);
  // The form of this kind wrote it.
  return draft ? { draft, content: { ...start, ...(JSON.parse(draft.typed) as ContentOf<Kind>) } } : 'gone';
}
