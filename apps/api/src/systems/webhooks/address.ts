import { isIP } from 'node:net';
import { hostOf } from '../../calendars/busy/calendar-address.ts';
import { isPublicAddress } from '../../calendars/busy/public-address.ts';
import { invalid, type Said } from '../../http/problems.ts';

const notHttps: Said = {
  it: 'Scrivi un indirizzo completo che inizia con https://, senza nome utente e password.',
  en: 'Write a whole address that begins with https://, without a name and a password.',
};
const isPrivate: Said = {
  it: 'Questo indirizzo è di una rete privata: da qui non si può raggiungere. Chi gestisce il server può permetterlo con WEBHOOK_PRIVATE_HOSTS.',
  en: 'This address lies in a private network: it cannot be reached from here. Whoever runs the server can allow it by WEBHOOK_PRIVATE_HOSTS.',
};

/**
 * An address that may be told, as it is kept; throws `validation` on /url. Always https: alone `localhost`, where the installation names it among
 * its private machines, may be http, as nothing of that leaves the machine. A name is looked up by the connection itself, each time.
 */
export function webhookUrl(text: string, privateHosts: readonly string[]): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (!url || url.username !== '' || url.password !== '' || url.hostname === '') throw invalid('/url', notHttps);
  const host = hostOf(url);
  const mayBePrivate = privateHosts.includes(host);
  const isOnThisMachine = host === 'localhost' && mayBePrivate;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isOnThisMachine)) throw invalid('/url', notHttps);
  if (!mayBePrivate && (host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && !isPublicAddress(host)))) throw invalid('/url', isPrivate);
  url.hash = '';
  return url.href;
}
