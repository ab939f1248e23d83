/**
 * Anybody may book with somebody else's e-mail address, so a "name" that is a text with a link in it would make us the
 * carrier of an unwanted message. These give back what was typed if it can be repeated in a message, otherwise null.
 */

/** Characters by which a mail program recognises an address, or that no name needs. */
const unlikeName = /[@/\\]|\p{L}\.\p{L}{2}|\d{3}/u;

/** The same for a street and its number (`C.so Alfieri 12/A`). */
const unlikeStreet = /[@\\]|\/\/|www\.|\p{L}{3}\.\p{L}{2}/iu;

export function safeName(typed: string | null): string | null {
  const name = typed?.trim() ?? '';
  return name === '' || name.length > 60 || unlikeName.test(name) ? null : name;
}

export function safeStreet(typed: string | null): string | null {
  const street = typed?.trim() ?? '';
  return street === '' || unlikeStreet.test(street) ? null : street;
}
