import { describe, expect, it } from 'vitest';
import { addressToFollow } from './follow-links.ts';

const here = { origin: 'https://sportello.example.org', pathname: '/servizi', search: '?q=scia' };

function clicked(href: string, change: object = {}, attributes: Record<string, string> = {}) {
  const { origin, pathname, search, hash } = new URL(href, here.origin);
  const link = { href, origin, pathname, search, hash, target: attributes.target ?? '', hasAttribute: (name: string) => name in attributes };
  const click = { defaultPrevented: false, button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false, target: { closest: () => link } as unknown as EventTarget };
  return addressToFollow({ ...click, ...change }, here);
}

describe('a click on a link', () => {
  it('within the site is a step of the router', () => {
    expect(clicked('/servizi/aiuto-spid?x=1#come-fare')).toBe('/servizi/aiuto-spid?x=1#come-fare');
    expect(clicked('/servizi?q=scia')).toBe('/servizi?q=scia');
  });

  it.each([
    ['to another site', clicked('https://form.agid.gov.it/view/x')],
    ['to a mailbox', clicked('mailto:unione@example.org')],
    ['to a place on the same page', clicked('/servizi?q=scia#contatti')],
    ['to the documentation of the API', clicked('/api/docs')],
    ['to the mailbox of the demonstration', clicked('/posta-demo')],
    ['in a new tab', clicked('/uffici', {}, { target: '_blank' })],
    ['with the key for a new tab', clicked('/uffici', { ctrlKey: true })],
    ['with the middle button', clicked('/uffici', { button: 1 })],
    ['that somebody has dealt with', clicked('/uffici', { defaultPrevented: true })],
    ['to a file', clicked('/calendar.ics', {}, { download: '' })],
    ['beside every link', addressToFollow({ ...({} as MouseEvent), button: 0, target: { closest: () => null } as unknown as EventTarget }, here)],
  ])('%s is left to the browser', (_, address) => {
    expect(address).toBeNull();
  });
});
