/** The content of a file as text (RFC 4648, 4). Rejects where the file cannot be read, as when it was moved meanwhile. */
export async function inBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Letter by letter: half a megabyte is too much for the arguments of one call.
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
