/** Words as a person writes them, with commas or on lines of their own. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.split(/[,\n]/).map((word) => word.trim()).filter(Boolean))];
}

export function textOfWords(words: readonly string[]): string {
  return words.join(', ');
}
