import { beforeEach, expect, it, vi } from 'vitest';

// The language of a visit is asked for once: each test is a visit of its own.
beforeEach(() => vi.resetModules());

async function visit(link: string) {
  const shown = { address: link };
  const history = { state: { idx: 1 }, replaceState: (_: unknown, __: string, address?: string | URL | null) => void (shown.address = String(address)) };
  const { currentLanguage, keepLanguage, takeLanguageFromAddress } = await import('./language-choice.ts');
  const open = () => takeLanguageFromAddress({ location: { href: shown.address }, history });
  open();
  return { shown, currentLanguage, keepLanguage, open };
}

it('the link of an English mail opens the site in English, and keeps its secret and the rest of its address', async () => {
  const { shown, currentLanguage } = await visit('https://example.org/appuntamento/K7QM-3XRT?lingua=en#secret-secret-secret');
  expect(currentLanguage()).toBe('en');
  expect(shown.address).toBe('https://example.org/appuntamento/K7QM-3XRT#secret-secret-secret');
  expect((await visit('https://example.org/?servizio=scia&lingua=it')).shown.address).toBe('https://example.org/?servizio=scia');
});

it('what is chosen later wins, after a refresh too', async () => {
  const { currentLanguage, keepLanguage, open } = await visit('https://example.org/?lingua=en');
  keepLanguage('it');
  open();
  expect(currentLanguage()).toBe('it');
});

it.each(['', '?lingua=', '?lingua=de', '?lingua=EN', '?lang=en'])('%j asks for no language', async (query) => {
  const { currentLanguage } = await visit(`https://example.org/servizi${query}`);
  expect(currentLanguage()).toBe('it');
});
