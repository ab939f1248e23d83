import { keyNameOf } from '../sealing.ts';
import type { Secrets } from '../secrets.ts';

/** Says which installation key it is without telling anything of it. */
export function installationKeyName(secrets: Pick<Secrets, 'derivedKey'>): string {
  return keyNameOf(secrets.derivedKey('name of the installation key'));
}
