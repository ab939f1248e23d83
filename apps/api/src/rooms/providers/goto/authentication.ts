import type { AskVendor, VendorReply } from '../ask-vendor.ts';
import { answered, failed, type VendorAnswer } from '../provider.ts';
import { onlyOne, readJson, textIn } from './read-json.ts';

/** What the vendor gives for a code or a refresh token. */
export interface Tokens {
  readonly accessToken: string;
  /** null: the one before goes on. */
  readonly refreshToken: string | null;
  readonly expiresInSeconds: number;
}

export interface GotoAuthentication {
  /** Where an administrator signs in and allows it. */
  authorizeAddress(way: { readonly redirectUrl: string; readonly state: string }): string;
  /** Of a code, which serves once. */
  exchange(code: string, redirectUrl: string, signal: AbortSignal): Promise<VendorAnswer<Tokens>>;
  /** Failure `reconnect`: the vendor knows this token no more. */
  refresh(refreshToken: string, signal: AbortSignal): Promise<VendorAnswer<Tokens>>;
}

export interface GotoClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly host: string;
  /** Of that host, with its scheme. */
  readonly origin: string;
  readonly ask: AskVendor;
}

/** OAuth 2.0, code flow (RFC 6749), as the vendor has it: the client shows itself by Basic. */
export function gotoAuthentication({ clientId, clientSecret, host, origin, ask }: GotoClient): GotoAuthentication {
  async function askForTokens(form: Readonly<Record<string, string>>, signal: AbortSignal): Promise<VendorAnswer<Tokens>> {
    const asked = await ask({
      method: 'POST',
      host,
      path: '/oauth/token',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams(form).toString(),
      isRepeatable: form['grant_type'] === 'refresh_token', // a code serves once
    }, signal);
    return asked.ok ? tokensIn(asked.value) : asked;
  }

  return {
    authorizeAddress: ({ redirectUrl, state }) => `${origin}/oauth/authorize?${new URLSearchParams({ client_id: clientId, response_type: 'code', redirect_uri: redirectUrl, state })}`,
    exchange: (code, redirectUrl, signal) => askForTokens({ grant_type: 'authorization_code', code, redirect_uri: redirectUrl }, signal),
    refresh: (refreshToken, signal) => askForTokens({ grant_type: 'refresh_token', refresh_token: refreshToken }, signal),
  };
}

function tokensIn({ status, text }: VendorReply): VendorAnswer<Tokens> {
  const fields = onlyOne(readJson(text));
  if (fields === null) return failed('not-understood');
  if (status < 200 || status > 299) return failed(errorOf(status, textIn(fields, 'error')));
  const accessToken = textIn(fields, 'access_token');
  const expiresInSeconds = Number(textIn(fields, 'expires_in') ?? 3600);
  if (accessToken === null || !(expiresInSeconds > 0)) return failed('not-understood');
  return answered({ accessToken, refreshToken: textIn(fields, 'refresh_token'), expiresInSeconds });
}

function errorOf(status: number, error: string | null) {
  if (error === 'invalid_grant') return 'reconnect';
  if (error === 'invalid_client' || status === 401) return 'wrong-secret';
  return status === 403 ? 'not-allowed' : 'refused';
}
