/** The most characters that a typed answer may have, by the kind of its question; the server allows no more. */
export const longestAnswer = { short_text: 200, long_text: 1000, practice_number: 60, tax_code: 20 };
