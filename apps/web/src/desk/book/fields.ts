import type { DeskDraft } from './draft.ts';
import { typeFields } from './draft-store.ts';

type Errors = Readonly<Record<string, string>>;

/** What ties a field of the form to the draft: its name, what is typed, and where it goes. */
export function draftField(id: string, { typed }: Pick<DeskDraft, 'typed'>, errors: Errors) {
  return { id, name: id, value: typed[id] ?? '', error: errors[id], onChange: (text: string) => typeFields({ [id]: text }) };
}
