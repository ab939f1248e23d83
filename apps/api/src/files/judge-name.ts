import { fileTypes } from '@sportello/contract';

export type Ending = keyof typeof fileTypes;

export type NameVerdict =
  | { readonly ok: true; readonly name: string; readonly ending: Ending }
  | { readonly ok: false; readonly why: 'name' | 'type' };

const mostCharacters = 200;
/** Separators of folders, controls, line ends, and what turns the direction of writing or cannot be seen. Joiners of letters and emoji stay. */
const never = /[/\\\p{Cc}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u;

/** A name as it is shown: one that leads nowhere and says what it ends with. Content is never kept or found by it. Pure. */
export function judgeName(given: string): NameVerdict {
  const name = given.normalize('NFC').trim();
  if (!name.isWellFormed() || never.test(name) || [...name].length > mostCharacters) return { ok: false, why: 'name' };
  const ending = /[^.]\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return { ok: false, why: name === '' ? 'name' : 'type' };
  return isEnding(ending) ? { ok: true, name, ending } : { ok: false, why: 'type' };
}

function isEnding(text: string): text is Ending {
  return Object.hasOwn(fileTypes, text);
}
