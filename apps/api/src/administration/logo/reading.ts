/** Why a picture is not taken: it breaks off or contradicts itself, it moves, or the file holds something else behind it. */
export type Flaw = 'damaged' | 'animated' | 'more';

/** A picture taken apart, and put together again from what draws it: comments, places, profiles and miniatures are left out. */
export interface Picture {
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly content: Buffer;
  /** Whether all of its points are there, where that can be told without drawing it. To ask costs memory: its size is looked at before. */
  readonly isWhole?: () => Promise<boolean>;
}

export type Reading = { readonly ok: true; readonly picture: Picture } | { readonly ok: false; readonly flaw: Flaw };

export function flawed(flaw: Flaw): Reading {
  return { ok: false, flaw };
}

/** Some programs fill a file up with zeros; anything else behind a picture is not part of it. */
export function isNothing(behind: Buffer): boolean {
  return behind.every((byte) => byte === 0);
}
