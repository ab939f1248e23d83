import type { IceServer } from '@sportello/contract';
import { createHmac } from 'node:crypto';
import { instantOfId, newId } from '../database/id.ts';

/** What helps two browsers to find each other. Without any, they meet only where their networks let them. */
export interface IceSettings {
  readonly stunUrls: readonly string[];
  readonly turnUrls: readonly string[];
  /** Shared with the TURN server (`static-auth-secret` of coturn). */
  readonly turnSecret: string | null;
}

export const noIce: IceSettings = { stunUrls: [], turnUrls: [], turnSecret: null };

/** A call that lasts longer has got newer ones by then. */
const credentialSeconds = 3600;

/** Whether calls can go by a server of the union where two networks keep people apart. */
export function hasTurn({ turnUrls, turnSecret }: IceSettings): boolean {
  return turnUrls.length > 0 && turnSecret !== null;
}

/** Addresses of all servers, without credentials: what an administrator is shown. */
export function iceUrls(settings: IceSettings): string[] {
  return [...settings.stunUrls, ...(hasTurn(settings) ? settings.turnUrls : [])];
}

/** The servers for somebody new, who is named by an id of their own. */
export function freshIceServers(settings: IceSettings): IceServer[] {
  const name = newId();
  return iceServersFor(settings, name, instantOfId(name));
}

/**
 * The servers as a browser takes them. User name and password of TURN are good for an hour (the scheme of
 * draft-uberti-behave-turn-rest: `expiry:name`, and the base64 of HMAC-SHA1 over it). `name`: of one connection; the TURN
 * server logs it, so it tells nothing about a person. `now`: epoch milliseconds, of the machine's clock: the TURN server has no other.
 */
export function iceServersFor(settings: IceSettings, name: string, now: number): IceServer[] {
  const stun = settings.stunUrls.length > 0 ? [{ urls: [...settings.stunUrls] }] : [];
  if (settings.turnSecret === null || settings.turnUrls.length === 0) return stun;
  const username = `${Math.floor(now / 1000) + credentialSeconds}:${name}`;
  const credential = createHmac('sha1', settings.turnSecret).update(username).digest('base64');
  return [...stun, { urls: [...settings.turnUrls], username, credential }];
}
