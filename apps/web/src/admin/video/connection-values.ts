import type { VideoConnection, VideoConnectionRequest } from '@sportello/contract';
import type { it } from '../../messages/video-connection.it.ts';

export type VendorName = Exclude<VideoConnection['provider'], 'own'>;
type RequestOf<Name extends VendorName> = Extract<VideoConnectionRequest, { provider: Name }>;

export const vendorNames: readonly VendorName[] = ['gotomeeting', 'jitsi', 'bigbluebutton'];

/** What the form holds, for every vendor alike; a secret is never filled in. */
export interface ConnectionValues {
  readonly host: string;
  readonly client_id: string;
  readonly client_secret: string;
  readonly authentication_host: string;
  readonly api_host: string;
  readonly app_id: string;
  readonly audience: string;
  readonly algorithm: string;
  readonly key_id: string;
  readonly hash: string;
  readonly secret: string;
}

/** What is kept of this vendor; of another one nothing. */
export function valuesOf({ provider, settings }: Pick<VideoConnection, 'provider' | 'settings'>, vendor: VendorName): ConnectionValues {
  const kept = provider === vendor ? settings : {};
  const of = (name: string, otherwise = '') => kept[name] ?? otherwise;
  return {
    host: of('host'),
    client_id: of('client_id'),
    client_secret: '',
    authentication_host: of('authentication_host'),
    api_host: of('api_host'),
    app_id: of('app_id'),
    audience: of('audience'),
    algorithm: of('algorithm', 'HS256'),
    key_id: of('key_id'),
    hash: of('hash', 'sha256'),
    secret: '',
  };
}

/** The field of the secret, as the API calls it. */
export function secretOf(vendor: VendorName): 'client_secret' | 'secret' {
  return vendor === 'gotomeeting' ? 'client_secret' : 'secret';
}

type Texts = (typeof it)['choose'];

/** Field -> how to mend it. `isSecretKept`: one is kept, and need not be typed. */
export function mistakesIn(vendor: VendorName, values: ConnectionValues, isSecretKept: boolean, texts: Texts): Record<string, string> {
  const isEmpty = (name: keyof ConnectionValues) => values[name].trim() === '';
  return {
    ...(vendor !== 'gotomeeting' && isEmpty('host') && { host: texts.hostMissing }),
    ...(vendor === 'gotomeeting' && isEmpty('client_id') && { client_id: texts.clientIdMissing }),
    ...(vendor === 'jitsi' && isEmpty('app_id') && { app_id: texts.appIdMissing }),
    ...(vendor === 'jitsi' && values.algorithm === 'RS256' && isEmpty('key_id') && { key_id: texts.keyIdMissing }),
    ...(!isSecretKept && isEmpty(secretOf(vendor)) && { [secretOf(vendor)]: texts.secretMissing }),
  };
}

/** As it is sent; what is empty is left out. */
export function requestOf(vendor: VendorName, values: ConnectionValues): VideoConnectionRequest {
  const given = (name: keyof ConnectionValues) => (values[name].trim() === '' ? {} : { [name]: values[name].trim() });
  // A computed name says less to the compiler than it holds: the fields of each vendor are those of its request.
  switch (vendor) {
    case 'gotomeeting':
      return { provider: vendor, ...given('client_id'), ...given('authentication_host'), ...given('api_host'), ...given('client_secret') } as RequestOf<'gotomeeting'>;
    case 'jitsi':
      return { provider: vendor, algorithm: values.algorithm, ...given('host'), ...given('app_id'), ...given('audience'), ...(values.algorithm === 'RS256' && given('key_id')), ...given('secret') } as RequestOf<'jitsi'>;
    case 'bigbluebutton':
      return { provider: vendor, hash: values.hash, ...given('host'), ...given('secret') } as RequestOf<'bigbluebutton'>;
    default:
      return vendor satisfies never;
  }
}
