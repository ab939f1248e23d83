/** `Maria Rosa Conti (demo)` -> `MC`: what stands where there is no picture. What is in brackets is no name. */
export function initialsOf(name: string): string {
  const words = name.replace(/\([^)]*\)/g, ' ').trim().split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}
