import type { RecordContent } from '@sportello/contract';
import { isSame } from './content.ts';
import { sayContent, type SaidField, type Words } from './say-content.ts';
import { useRecordWords } from './record-words.ts';

/** One field that differs, in words; of a list only what left and what came. */
export interface Difference {
  readonly pointer: string;
  readonly key: string;
  readonly label: string;
  /** Nothing: it was not there. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What differs from `before` to `after`, field by field. */
export function differencesOf(before: RecordContent, after: RecordContent, words: Words): Difference[] {
  const [old, young] = [before, after].map((content) => new Map(sayContent(content, words).map((field) => [field.key, field]))) as [Map<string, SaidField>, Map<string, SaidField>];
  const keys = [...new Set([...young.keys(), ...old.keys()])].filter((key) => !isSame(old.get(key)?.said, young.get(key)?.said));
  return keys.flatMap((key) => {
    const field = young.get(key) ?? old.get(key);
    if (!field) return [];
    const [was, is] = [linesOf(old.get(key)), linesOf(young.get(key))];
    const [left, came] = [was.filter((line) => !is.includes(line)), is.filter((line) => !was.includes(line))];
    // The same elements in another order: all of them say it.
    const isReordered = left.length === 0 && came.length === 0;
    return [{ pointer: field.pointer, key, label: field.label, before: isReordered ? was : left, after: isReordered ? is : came }];
  });
}

function linesOf(field: SaidField | undefined): readonly string[] {
  if (!field) return [];
  return typeof field.said === 'string' ? [field.said] : field.said;
}

/** The same with the words of this page. */
export function useDifferences(): (before: RecordContent, after: RecordContent) => Difference[] {
  const words = useRecordWords();
  return (before, after) => differencesOf(before, after, words);
}
