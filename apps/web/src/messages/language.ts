export const languages = ['it', 'en'] as const;
export type Language = (typeof languages)[number];

/** The texts of one part of the site, said in each language. */
export type Said<Texts> = Readonly<Record<Language, Texts>>;

export function isLanguage(text: string | null): text is Language {
  return languages.some((language) => language === text);
}
