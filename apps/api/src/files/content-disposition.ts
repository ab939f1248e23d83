/**
 * What makes a browser save a file instead of showing it (RFC 6266): a plain name of ours for those that read nothing else, and
 * the name that was given, percent-encoded (RFC 8187), which no name can break out of.
 */
export function attachmentNamed(name: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin';
  return `attachment; filename="documento.${ending}"; filename*=UTF-8''${encoded(name)}`;
}

/** attr-char of RFC 8187 stay as they are. */
function encoded(name: string): string {
  return encodeURIComponent(name.replace(/[<>:"|?*]/g, '_')).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
