import {
  allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, ClientError, ClientSecretBasic, ClientSecretPost,
  clockTolerance, type Configuration, discovery, enableNonRepudiationChecks, fetchUserInfo, randomNonce, randomPKCECodeVerifier, randomState,
} from 'openid-client';

/** One relying party at one provider. It knows nothing of who signs in, or what for. */
export interface OidcParty {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends people back to. */
  readonly redirectUri: string;
  /** `openid` among them. */
  readonly scopes: string;
  /** Values of acr to ask for, one of which is required; none: any. */
  readonly acr: readonly string[];
}

/** What the way back must match. Secret, and good for one way back. */
export interface OidcExpected {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export type OidcFailure =
  /** It cannot be reached, or does not answer as a provider does. */
  | 'unavailable'
  /** The person or the provider said no, or what came back is not what was asked for. */
  | 'refused'
  /** The sign-in at the provider was weaker than required. */
  | 'too-weak';

export type OidcBeginning = { readonly ok: true; readonly address: string; readonly expected: OidcExpected } | { readonly ok: false; readonly why: OidcFailure; readonly error: unknown };

/**
 * The claims of the id token, with those of the userinfo endpoint for what it leaves out. `ageSeconds`: how long before the
 * person had signed in at the provider, both by its clock; 0 where it does not say.
 */
export type OidcOutcome =
  | { readonly ok: true; readonly issuer: string; readonly subject: string; readonly ageSeconds: number; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly why: OidcFailure; readonly error: unknown };

export interface OidcClient {
  /**
   * The address at the provider to send somebody to.
   * @param again they are to show anew who they are, even where the provider still knows them
   */
  begin(again?: boolean): Promise<OidcBeginning>;
  /** @param query of the address that the provider sent them back to, as it came, without the question mark */
  finish(query: string, expected: OidcExpected): Promise<OidcOutcome>;
}

const timeoutSeconds = 10;
/** The oldest sign-in at the provider that will do. Asking for it also makes the provider say how old it is (Core 1.0, 3.1.2.1). */
const maxAgeSeconds = 12 * 3600;
/** How far the provider's clock may be from ours. */
const toleranceSeconds = 30;

/**
 * OpenID Connect 1.0, code flow with PKCE, state and nonce. What the provider can do is asked for when somebody first needs
 * it, and kept; the desk starts without it. The id token's signature is checked as well as the connection that brought it.
 */
export function oidcClient(party: OidcParty): OidcClient {
  let kept: Promise<Configuration> | null = null;

  function provider(): Promise<Configuration> {
    kept ??= discover(party).catch((error: unknown) => {
      kept = null; // it may be back with the next try
      throw error;
    });
    return kept;
  }

  return {
    async begin(again = false) {
      try {
        const config = await provider();
        const expected = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
        const address = buildAuthorizationUrl(config, {
          redirect_uri: party.redirectUri,
          scope: party.scopes,
          state: expected.state,
          nonce: expected.nonce,
          code_challenge: await calculatePKCECodeChallenge(expected.verifier),
          code_challenge_method: 'S256',
          max_age: String(maxAgeSeconds),
          ...(again && { prompt: 'login' }),
          ...(party.acr.length > 0 && { acr_values: party.acr.join(' ') }),
        });
        return { ok: true, address: address.href, expected };
      } catch (error) {
        return { ok: false, why: 'unavailable', error };
      }
    },

    async finish(query, { state, nonce, verifier }) {
      try {
        const config = await provider();
        const tokens = await authorizationCodeGrant(config, new URL(`${party.redirectUri}?${query}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const idToken = tokens.claims();
        if (!idToken) return { ok: false, why: 'refused', error: new Error('no id token') };
        if (party.acr.length > 0 && !party.acr.some((one) => one === idToken['acr'])) return { ok: false, why: 'too-weak', error: new Error('acr') };
        const more = config.serverMetadata().userinfo_endpoint ? await fetchUserInfo(config, tokens.access_token, idToken.sub) : {};
        const ageSeconds = Math.max(0, idToken.iat - (idToken.auth_time ?? idToken.iat));
        return { ok: true, issuer: idToken.iss, subject: idToken.sub, ageSeconds, claims: { ...more, ...idToken } };
      } catch (error) {
        return { ok: false, why: isOutOfReach(error) ? 'unavailable' : 'refused', error };
      }
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcParty): Promise<Configuration> {
  const isLocal = issuer.startsWith('http:'); // on this machine alone: the settings refuse it elsewhere
  const execute = [enableNonRepudiationChecks, ...(isLocal ? [allowInsecureRequests] : [])];
  // Basic is what a provider does that names no method (Discovery 1.0); both are read by nearly all.
  const basic = ClientSecretBasic(clientSecret);
  const post = ClientSecretPost(clientSecret);
  return discovery(
    new URL(issuer),
    clientId,
    { [clockTolerance]: toleranceSeconds },
    (server, ...rest) => {
      const methods: unknown = server.token_endpoint_auth_methods_supported;
      const takesBasic = !Array.isArray(methods) || methods.includes('client_secret_basic');
      return (takesBasic ? basic : post)(server, ...rest);
    },
    { execute, timeout: timeoutSeconds },
  );
}

/** No answer, or one of a server in trouble: nothing was judged. */
function isOutOfReach(error: unknown): boolean {
  if (error instanceof TypeError && error.message === 'fetch failed') return true;
  if (!(error instanceof ClientError)) return false;
  const status = error.cause instanceof Response ? error.cause.status : 0;
  return error.code === 'OAUTH_TIMEOUT' || status >= 500 || isOutOfReach(error.cause);
}
