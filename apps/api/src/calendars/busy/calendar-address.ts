const schemes: Readonly<Record<string, string>> = { 'https:': 'https:', 'http:': 'http:', 'webcal:': 'https:', 'webcals:': 'https:' };

/**
 * An address of a calendar as somebody copied it: https, http, or webcal, which is read by https. null where it is none.
 * Name and password may stand in it.
 */
export function calendarUrl(text: string): URL | null {
  const [, scheme = '', rest = ''] = /^([a-z]+:)(\/\/.+)$/is.exec(text.trim()) ?? [];
  const asked = schemes[scheme.toLowerCase()];
  if (!asked || !URL.canParse(asked + rest)) return null;
  const url = new URL(asked + rest);
  url.hash = '';
  return url.hostname === '' ? null : url;
}

/** The name of the machine, without the brackets of an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}
