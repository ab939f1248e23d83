import type { Language } from '../messages/language.ts';

const locales = { it: 'it-IT', en: 'en-GB' } as const;

/** "850 byte", "12 kB", "1,4 MB": as people know the size of a file. */
export function formatBytes(bytes: number, language: Language): string {
  const write = (value: number, unit: 'byte' | 'kilobyte' | 'megabyte', digits: number) =>
    new Intl.NumberFormat(locales[language], { style: 'unit', unit, maximumFractionDigits: digits }).format(value);
  if (bytes < 1000) return write(bytes, 'byte', 0);
  return bytes < 999_500 ? write(bytes / 1000, 'kilobyte', 0) : write(bytes / 1_000_000, 'megabyte', 1);
}
