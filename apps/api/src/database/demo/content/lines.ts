/** Paragraphs and "- " items of a long text, one an argument. */
export function lines(...parts: readonly string[]): string {
  return parts.join('\n');
}
