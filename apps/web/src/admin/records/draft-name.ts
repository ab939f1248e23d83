// What a draft of something unfinished is called: by whatever of it says most.

const naming = ['name', 'question', 'message', 'version', 'first_day', 'day'] as const;

/** The name in a form that was kept as JSON; null where nothing in it names it yet. */
export function draftName(typed: string): string | null {
  const content = JSON.parse(typed) as Readonly<Record<string, unknown>>;
  for (const field of naming) {
    const said = textIn(content[field]);
    if (said) return said;
  }
  return null;
}

/** A text, or the Italian one of a text in two languages. */
function textIn(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  return typeof value === 'object' && value !== null && 'it' in value ? textIn(value.it) : null;
}
