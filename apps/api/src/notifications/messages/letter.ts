import type { Language } from '@sportello/contract';

/**
 * A message before it is text or HTML: what both say, in the order in which they say it. Nothing is escaped yet.
 */
export interface Letter {
  readonly language: Language;
  /** Name of the union. */
  readonly from: string;
  readonly subject: string;
  readonly title: string;
  readonly greeting: string;
  readonly opening: string;
  readonly facts: readonly Fact[];
  readonly button: Button;
  readonly sections: readonly Section[];
  readonly closing: readonly string[];
  /** Stays on one line, so that it can be read aloud; null: the letter is about no appointment. */
  readonly code: string | null;
  /** The number to call, wherever the texts name it. */
  readonly phone: { readonly text: string; readonly e164: string };
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Button {
  readonly label: string;
  readonly href: string;
  readonly byHand: string;
}

export interface Section {
  readonly heading: string;
  /** One line is a paragraph, or an item of a list after "- ". */
  readonly text: string;
}
