import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Where a sealed text stands: what is taken from one row and put into another does not open. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  readonly id: string;
}

/**
 * Encrypts what must be read back (seeds of authenticator apps, tokens of vendors) so that a stolen database is of no use
 * without the keys of the installation. `open` throws where the text was changed, moved, or sealed under a key that is
 * not there.
 */
export interface Sealing {
  seal(place: SealedPlace, text: string): string;
  open(place: SealedPlace, sealed: string): string;
  /** Whether the text is sealed under the first key. */
  isCurrent(sealed: string): boolean;
}

const version = 's1';
const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM (NIST SP 800-38D). `keys`: 32 bytes each; the first one seals, all open. */
export function makeSealing(keys: readonly Buffer[]): Sealing {
  const byName = new Map(keys.map((key) => [nameOf(key), key]));
  const [current] = byName;
  if (!current) throw new Error('Sealing needs a key');
  const [currentName, currentKey] = current;

  return {
    seal(place, text) {
      const iv = randomBytes(ivBytes);
      const sealing = createCipheriv(cipher, currentKey, iv, { authTagLength: tagBytes }).setAAD(boundTo(place));
      const bytes = Buffer.concat([iv, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()]);
      return `${version}.${currentName}.${bytes.toString('base64url')}`;
    },
    open(place, sealed) {
      const [kind, name = '', written = ''] = sealed.split('.');
      const key = byName.get(name);
      if (kind !== version || !key) throw new Error(`A sealed text of ${place.table} needs a key that is not there`);
      const bytes = Buffer.from(written, 'base64url');
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
        .setAAD(boundTo(place))
        .setAuthTag(bytes.subarray(-tagBytes));
      return opening.update(bytes.subarray(ivBytes, -tagBytes), undefined, 'utf8') + opening.final('utf8');
    },
    isCurrent: (sealed) => sealed.startsWith(`${version}.${currentName}.`),
  };
}

/** Says which key it was without telling anything of it. */
function nameOf(key: Buffer): string {
  return createHash('sha256').update('name of a sealing key').update(key).digest('base64url').slice(0, 8);
}

function boundTo({ table, column, id }: SealedPlace): Buffer {
  return Buffer.from(`${table}\0${column}\0${id}`);
}
