import { currentDraft, typeField } from './draft-store.ts';

/** What ties a field of a form to the draft: its name, what was typed before, and where it goes. */
export function draftField(id: string, errors: Readonly<Record<string, string>>) {
  return { id, name: id, defaultValue: currentDraft().typed[id] ?? '', error: errors[id], onChange: (text: string) => typeField(id, text) };
}
