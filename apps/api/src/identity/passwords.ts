import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { invalid, type Said } from '../http/problems.ts';
import { isCommonPassword } from './common-passwords.ts';
import { makeTurns } from './turns.ts';

/** The cost of scrypt (RFC 7914): 2^ln rounds over blocks of r * 128 bytes, p times. */
interface Cost {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

interface Hash extends Cost {
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** 32 MiB, as OWASP recommends. What was hashed at a lower cost is hashed again at the next sign-in. */
const cost: Cost = { ln: 15, r: 8, p: 3 };
const saltBytes = 16;
const keyBytes = 32;

/** At most 64 MiB and half of Node's threads, however many sign in. */
const turns = makeTurns({ atOnce: 2, waiting: 200 });

/** For an account that is not there: never matches, and costs as much as one that is. */
const nobody: Hash = { ...cost, salt: randomBytes(saltBytes), key: randomBytes(keyBytes) };

/** `$scrypt$ln=15,r=8,p=3$<salt>$<key>`, base64url: the cost stands in the text, so that it can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derive(password, { ...cost, salt });
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/** Whether it is that password, in constant time. Without a hash it does the same work and says no. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const expected = hash === null ? null : readHash(hash);
  const { key, ...how } = expected ?? nobody;
  const isSame = timingSafeEqual(await derive(password, how), key);
  return isSame && expected !== null;
}

/** Whether the hash was made at another cost than the one of today. */
export function isHashOutdated(hash: string): boolean {
  const { ln, r, p } = readHash(hash);
  return ln !== cost.ln || r !== cost.r || p !== cost.p;
}

/** The same password typed on another keyboard is the same text: NFKC (NIST SP 800-63B-4, 3.1.1.2). */
function derive(password: string, { ln, r, p, salt }: Omit<Hash, 'key'>): Promise<Buffer> {
  const options = { N: 2 ** ln, r, p, maxmem: 2 * 128 * r * 2 ** ln };
  return turns(
    () =>
      new Promise((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key)));
      }),
  );
}

const layout = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]+)\$([\w-]+)$/;

function readHash(hash: string): Hash {
  const [, ln, r, p, salt = '', key = ''] = layout.exec(hash) ?? [];
  const read = { ln: Number(ln), r: Number(r), p: Number(p), salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
  if (read.key.length !== keyBytes) throw new Error('This is not the hash of a password');
  return read;
}

/** Whose password it is going to be: nothing of it may stand in the password. */
export interface PasswordContext {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly unionName: string;
}

const leastCharacters = 12;
const mostCharacters = 200;
const leastOfWord = 4;
const productWords = ['sportello', 'virtuale'];

/**
 * Throws `validation` on the field unless the password may be chosen: long, not one that is tried first, nothing of its
 * owner or of this place. Which characters it has is nobody's business (NIST SP 800-63B-4, 3.1.1.2; ASVS 5, 6.2).
 */
export function judgePassword(field: '/password' | '/new_password', password: string, context: PasswordContext): void {
  const wrong = mistakeIn(password.normalize('NFKC'), context);
  if (wrong) throw invalid(field, wrong);
}

function mistakeIn(password: string, context: PasswordContext): Said | null {
  const length = [...password].length;
  if (length < leastCharacters) {
    return { it: `Scegli una password di almeno ${leastCharacters} caratteri: per esempio tre o quattro parole a caso.`, en: `Choose a password of at least ${leastCharacters} characters: three or four random words, for instance.` };
  }
  if (length > mostCharacters) return { it: `Scegli una password di al massimo ${mostCharacters} caratteri.`, en: `Choose a password of at most ${mostCharacters} characters.` };
  const word = wordsOf(context).find((one) => plain(password).includes(one));
  if (word) {
    return { it: `La password non deve contenere il tuo nome, il tuo indirizzo o il nome dell’ente («${word}»).`, en: `The password must not contain your name, your address or the name of the body (“${word}”).` };
  }
  if (isCommonPassword(plain(password))) {
    return { it: 'Questa password è tra le prime che si provano: scegline una meno comune.', en: 'This password is among the first that are tried: choose a less common one.' };
  }
  return null;
}

function wordsOf({ email, givenName, familyName, unionName }: PasswordContext): string[] {
  const mailbox = email.slice(0, email.lastIndexOf('@'));
  const words = [email, mailbox, ...partsOf(mailbox), givenName, ...partsOf(givenName), familyName, ...partsOf(familyName), ...partsOf(unionName), ...productWords];
  return words.map(plain).filter((word) => word.length >= leastOfWord);
}

function partsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u);
}

/** In small letters without accents: "Nicolò" and "nicolo" are one word. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
