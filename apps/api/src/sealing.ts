import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Where a sealed text stands: what is taken from one row and put into another does not open. */
export interface SealedPlace {
  /** The table's name in the database, such as `totp_secrets`. */
  readonly table: string;
  /** The column's name in the schema. */
  readonly column: string;
  /** The row's primary key. */
  readonly id: string;
}

/** Keys of 32 bytes, the one in force first; a function is asked each time, so that new ones count at once. */
export type SealingKeys = readonly Buffer[] | (() => readonly Buffer[]);

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
const keyBytes = 32;

/** AES-256-GCM (NIST SP 800-38D). The first key seals, all open. Throws at once where there is none, or one of another length. */
export function makeSealing(keys: SealingKeys): Sealing {
  const ringNow = ringOf(typeof keys === 'function' ? keys : () => keys);
  ringNow();

  return {
    seal(place, text) {
      const { first } = ringNow();
      const iv = randomBytes(ivBytes);
      const sealing = createCipheriv(cipher, first.key, iv, { authTagLength: tagBytes }).setAAD(boundTo(place));
      const bytes = Buffer.concat([iv, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()]);
      return `${version}.${first.name}.${bytes.toString('base64url')}`;
    },
    open(place, sealed) {
      const [kind, name = '', written = ''] = sealed.split('.');
      const key = ringNow().byName.get(name);
      if (kind !== version || !key) throw new Error(`A sealed text of ${place.table} needs a key that is not there`);
      const bytes = Buffer.from(written, 'base64url');
      if (bytes.length < ivBytes + tagBytes) throw new Error(`A sealed text of ${place.table} was cut`);
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
        .setAAD(boundTo(place))
        .setAuthTag(bytes.subarray(-tagBytes));
      return opening.update(bytes.subarray(ivBytes, -tagBytes), undefined, 'utf8') + opening.final('utf8');
    },
    isCurrent: (sealed) => keyNameIn(sealed) === ringNow().first.name,
  };
}

interface Ring {
  readonly first: { readonly name: string; readonly key: Buffer };
  readonly byName: ReadonlyMap<string, Buffer>;
}

/** The keys by name; made anew only when they are others than before. */
function ringOf(keysNow: () => readonly Buffer[]): () => Ring {
  let seen: readonly Buffer[] | null = null;
  let ring: Ring | null = null;
  return () => {
    const keys = keysNow();
    if (ring && keys === seen) return ring;
    const [key] = keys;
    if (!key || keys.some(({ length }) => length !== keyBytes)) throw new Error(`Sealing needs keys of exactly ${keyBytes} bytes`);
    seen = keys;
    ring = { first: { name: keyNameOf(key), key }, byName: new Map(keys.map((one) => [keyNameOf(one), one])) };
    return ring;
  };
}

/** Says which key it is without telling anything of it. */
export function keyNameOf(key: Buffer): string {
  return createHash('sha256').update('name of a sealing key').update(key).digest('base64url').slice(0, 8);
}

/** The name of the key that a text was sealed under; null where it is no sealed text. */
export function keyNameIn(sealed: string): string | null {
  const [kind, name] = sealed.split('.');
  return kind === version && name ? name : null;
}

function boundTo({ table, column, id }: SealedPlace): Buffer {
  return Buffer.from(`${table}\0${column}\0${id}`);
}
