import type { AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { browserSupportsWebAuthn, startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import { askForPasskey, beginPasskey, call, createPasskey, type SignInAnswer, signInWithPasskey } from '@sportello/contract';
import { currentLanguage } from '../session/language-choice.ts';
import { staffCall } from './staff-call.ts';

export const knowsPasskeys = browserSupportsWebAuthn;

/** How a passkey did not work on this device; anything else is an answer of the API. */
export type PasskeyFailure = 'cancelled' | 'known' | 'failed';

export function passkeyFailureOf(error: unknown): PasskeyFailure | null {
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'known';
  if (error instanceof WebAuthnError && error.code === 'ERROR_CEREMONY_ABORTED') return 'cancelled';
  if (!(error instanceof Error) || error.name === 'ApiProblem' || 'problem' in error) return null;
  return error.name === 'NotAllowedError' || error.name === 'AbortError' ? 'cancelled' : 'failed';
}

/** Signs in with a passkey: alone, or as the second factor of the sign-in that `challenge` names. */
export async function showPasskey(challenge: string | null, { inAutofill = false } = {}): Promise<SignInAnswer> {
  const language = currentLanguage();
  const asked = await call(askForPasskey, { body: challenge ? { challenge } : {}, language });
  // The API gives what the browser takes, and takes what the browser gives: JSON of WebAuthn, which the contract passes through.
  const optionsJSON = asked.options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const shown: AuthenticationResponseJSON = await startAuthentication({ optionsJSON, useBrowserAutofill: inAutofill });
  return call(signInWithPasskey, { body: { challenge: asked.challenge, credential: { ...shown } }, language });
}

/** Makes a passkey on this device, or on one that the browser reaches. */
export async function makePasskey(name: string) {
  const asked = await staffCall(beginPasskey, { body: {} });
  const optionsJSON = asked.options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const made = await startRegistration({ optionsJSON });
  return staffCall(createPasskey, { body: { challenge: asked.challenge, name, credential: { ...made } } });
}
