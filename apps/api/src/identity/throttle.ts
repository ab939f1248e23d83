import { emailKey } from '@sportello/contract';
import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import { attempt } from '../database/attempt.ts';
import { type Database, isUniqueViolation, type Writer } from '../database/database.ts';
import type { Captcha } from '../http/captcha.ts';
import { clientOf } from '../http/client-address.ts';
import { problem, type ProblemError, type Said } from '../http/problems.ts';
import type { Secrets } from '../secrets.ts';

const quarterMilliseconds = 15 * 60_000;
const hourMilliseconds = 60 * 60_000;

/** What is counted: an account from one client, an account from anywhere, a client, codes after a right password, and all together. */
type Kind = 'pair' | 'account' | 'client' | 'codes' | 'all';

/**
 * How many failures there may be in which time. A code has only six digits: who knows the password gets ten guesses in an
 * hour. From `all` on each sign-in must show some work; nobody is locked out by the failures of others.
 */
const limits: Readonly<Record<Kind, { readonly most: number; readonly milliseconds: number }>> = {
  pair: { most: 5, milliseconds: quarterMilliseconds },
  account: { most: 30, milliseconds: quarterMilliseconds },
  client: { most: 20, milliseconds: quarterMilliseconds },
  codes: { most: 10, milliseconds: hourMilliseconds },
  all: { most: 200, milliseconds: quarterMilliseconds },
};

export interface Try {
  /** The e-mail address as typed: one that nobody has is counted like any other. */
  readonly email: string;
  readonly address: string;
}

/** A try that was let through, counted as a failure until it says otherwise: so no number of tries at once gets past a limit. */
export interface CountedTry {
  /** It was no failure, and not yet a sign-in: a second factor follows. */
  uncount(): Promise<void>;
  /** Somebody signed in: their failures from this client are forgotten. */
  forget(): Promise<void>;
}

export interface Throttle {
  /** Throws `too-many-requests` or `captcha-required`. `captcha`: what the request brought, null for none. */
  trySignIn(one: Try, captcha: string | null): Promise<CountedTry>;
  /** The same for the password of somebody signed in, where no work is asked for. */
  tryPassword(one: Try): Promise<CountedTry>;
  /** The same for a code after a right password. */
  tryCode(one: Try): Promise<CountedTry>;
  /** Somebody signed in without anything that could be guessed: their failures from this client are forgotten. */
  forget(one: Try): Promise<void>;
  /** For requests that are no sign-in but could be sprayed like one: throws `captcha-required` while many sign-ins fail. */
  requireWork(captcha: string | null): Promise<void>;
}

interface ThrottleDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly captcha: Captcha;
}

/** In this order everywhere, so that no two wait for each other. */
const ofPassword = ['pair', 'account', 'client', 'all'] as const;
const ofCode = ['pair', 'account', 'client', 'codes', 'all'] as const;

interface Wish {
  readonly kinds: readonly Kind[];
  readonly work: Solved | 'not needed';
}

type Solved = { readonly id: string; readonly expiresAt: number } | null;
type Count = { readonly count: number; readonly since: number };
type Verdict = { readonly ok: true } | { readonly ok: false; readonly why: 'too-many'; readonly until: number } | { readonly ok: false; readonly why: 'captcha-required' };

/** Counts failed sign-ins in the database, for all processes together; LIMIT_FACTOR does not switch it off. */
export function signInThrottle({ database, clock, secrets, captcha }: ThrottleDeps): Throttle {
  const { signInFailures, usedCaptchas } = database.tables;

  function digestOf(kind: Kind, { email, address }: Try): string {
    const [account, client] = [emailKey(email), clientOf(address)];
    const whose = { pair: [account, client], account: [account], client: [client], codes: [account], all: [] }[kind];
    return secrets.digest('sign-in-failures', [kind, ...whose].join('\0'));
  }

  async function count(tx: Writer, digest: string, since: { now: number; milliseconds: number }): Promise<Count> {
    const { now, milliseconds } = since;
    const isOver = sql`${signInFailures.since} <= ${sql.param(now - milliseconds, signInFailures.since)}`;
    const [row] = await tx
      .insert(signInFailures)
      .values({ digest, since: now, count: 1 })
      .onConflictDoUpdate({
        target: signInFailures.digest,
        set: {
          count: sql`case when ${isOver} then 1 else ${signInFailures.count} + 1 end`,
          since: sql`case when ${isOver} then ${sql.param(now, signInFailures.since)} else ${signInFailures.since} end`,
        },
      })
      .returning({ count: signInFailures.count, since: signInFailures.since });
    return row ?? { count: 1, since: now };
  }

  /** A refusal is rolled back: it counts for nobody. */
  async function judge(tx: Writer, one: Try, { kinds, work }: Wish, now: number): Promise<Verdict> {
    for (const kind of kinds) {
      const { most, milliseconds } = limits[kind];
      const made = await count(tx, digestOf(kind, one), { now, milliseconds });
      if (made.count <= most) continue;
      if (kind !== 'all') return { ok: false, why: 'too-many', until: made.since + milliseconds };
      if (work !== 'not needed') return useWork(tx, work);
    }
    return { ok: true };
  }

  async function useWork(tx: Writer, solved: Solved): Promise<Verdict> {
    if (!solved) return { ok: false, why: 'captcha-required' };
    try {
      await tx.insert(usedCaptchas).values(solved);
      return { ok: true };
    } catch (error) {
      if (isUniqueViolation(error)) return { ok: false, why: 'captcha-required' };
      throw error;
    }
  }

  async function letThrough(one: Try, wish: Wish): Promise<CountedTry> {
    const now = clock.now();
    const verdict = await attempt(database, (tx) => judge(tx, one, wish, now));
    if (!verdict.ok) throw await refusal(verdict, now);
    return {
      uncount: () => database.write((tx) => takeBack(tx, one, wish.kinds)),
      forget: () => forget(one, wish.kinds),
    };
  }

  async function takeBack(tx: Writer, one: Try, kinds: readonly Kind[]): Promise<void> {
    for (const kind of kinds) {
      await tx.update(signInFailures).set({ count: sql`${signInFailures.count} - 1` }).where(and(eq(signInFailures.digest, digestOf(kind, one)), gt(signInFailures.count, 0)));
    }
  }

  /** What was counted of the account from this client, and of its codes; of the others, only what was no failure. */
  async function forget(one: Try, counted: readonly Kind[]): Promise<void> {
    await database.write(async (tx) => {
      for (const kind of ofCode) {
        if (kind === 'pair' || kind === 'codes') await tx.delete(signInFailures).where(eq(signInFailures.digest, digestOf(kind, one)));
        else if (counted.includes(kind)) await takeBack(tx, one, [kind]);
      }
    });
  }

  async function refusal(verdict: Exclude<Verdict, { ok: true }>, now: number): Promise<ProblemError> {
    if (verdict.why === 'too-many') return problem('too-many-requests', { detail: tooManyTries, retryAfterSeconds: (verdict.until - now) / 1000 });
    return problem('captcha-required', { detail: workNeeded, challenge: await captcha.challenge() });
  }

  async function solvedBy(solution: string | null): Promise<Solved> {
    const verdict = solution === null ? null : await captcha.verify(solution);
    return verdict?.ok ? { id: verdict.id, expiresAt: verdict.expiresAt } : null;
  }

  return {
    trySignIn: async (one, solution) => letThrough(one, { kinds: ofPassword, work: await solvedBy(solution) }),
    tryPassword: (one) => letThrough(one, { kinds: ofPassword, work: 'not needed' }),
    tryCode: (one) => letThrough(one, { kinds: ofCode, work: 'not needed' }),
    forget: (one) => forget(one, []),
    async requireWork(solution) {
      const now = clock.now();
      const { most, milliseconds } = limits.all;
      const isNow = and(eq(signInFailures.digest, digestOf('all', nobody)), gt(signInFailures.since, now - milliseconds));
      const [all] = await database.read.select().from(signInFailures).where(isNow);
      if ((all?.count ?? 0) < most) return;
      const solved = await solvedBy(solution);
      const verdict = await attempt(database, (tx) => useWork(tx, solved));
      if (!verdict.ok) throw await refusal(verdict, now);
    },
  };
}

const nobody: Try = { email: '', address: '' };

const tooManyTries: Said = {
  it: 'Troppi tentativi di accesso non riusciti. Retry-After dice tra quanti secondi riprovare; con una passkey puoi accedere anche adesso.',
  en: 'Too many sign-ins have failed. Retry-After says in how many seconds to try again; with a passkey you can sign in now.',
};

const workNeeded: Said = {
  it: 'In questo momento falliscono molti accessi. Risolvi la prova di calcolo in `challenge` e ripeti la richiesta con la soluzione in `captcha`.',
  en: 'Many sign-ins are failing at the moment. Solve the proof of work in `challenge` and repeat the request with the solution in `captcha`.',
};

/** Takes away what is too old to count. */
export async function forgetFailures(tx: Writer, { signInFailures }: Database['tables'], now: number): Promise<void> {
  await tx.delete(signInFailures).where(lte(signInFailures.since, now - hourMilliseconds));
}
