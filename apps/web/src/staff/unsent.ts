import { tab } from '../storage.ts';

// What officials typed and did not send yet. It survives a refresh and a session that is over, not a sign-out.

const list = 'unsent';

interface DraftShelf {
  readonly read: () => string | null;
  readonly write: (text: string) => void;
  readonly forget: () => void;
}

/** A place in this tab for one form; `name` is its own. */
export function draftShelf(name: string): DraftShelf {
  const place = `${list}.${name}`;
  return {
    read: () => tab.read(place),
    write(text) {
      tab.write(list, [...new Set([...names(), name])].join(' '));
      tab.write(place, text);
    },
    forget: () => tab.forget(place),
  };
}

/** After a sign-out: the next person at this computer finds nothing of it. */
export function forgetUnsent(): void {
  for (const name of names()) tab.forget(`${list}.${name}`);
  tab.forget(list);
}

function names(): readonly string[] {
  return (tab.read(list) ?? '').split(' ').filter(Boolean);
}
