import { createMemoryRouter } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { makeUnsaved } from './unsaved-forms.ts';

const page = Object.assign(new EventTarget(), { confirm: vi.fn<(question?: string) => boolean>(() => false) });
const router = createMemoryRouter([{ path: '*', element: null }], { initialEntries: ['/profilo'] });
const unsaved = makeUnsaved(router, page as unknown as Window);
const here = () => router.state.location.pathname;
/** Whether the tab would ask before it closes. */
const asks = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));

afterEach(async () => {
  page.confirm.mockReset().mockReturnValue(false);
  await router.navigate('/profilo');
});

test('of two forms with changes both are protected, and one that is saved leaves the other so', async () => {
  const [first, second] = [unsaved.add('Nomi?'), unsaved.add('Avvisi?')];
  first();
  expect(asks()).toBe(true);
  await router.navigate('/scrivania');
  expect([here(), page.confirm.mock.calls]).toEqual(['/profilo', [['Avvisi?']]]);
  second();
  expect(asks()).toBe(false);
  await router.navigate('/scrivania');
  expect([here(), page.confirm.mock.calls.length]).toEqual(['/scrivania', 1]);
});

test('one question is asked for all forms, and whoever says yes goes on', async () => {
  const ends = [unsaved.add('Uno?'), unsaved.add('Due?')];
  await router.navigate('/unione');
  expect(here()).toBe('/profilo');
  page.confirm.mockReturnValue(true);
  await router.navigate('/unione');
  expect([here(), page.confirm.mock.calls.length]).toEqual(['/unione', 2]);
  for (const end of ends) end();
});

test('another view of the same page is asked about by nobody', async () => {
  const end = unsaved.add('Uno?');
  await router.navigate('/profilo?scheda=2');
  expect([router.state.location.search, page.confirm.mock.calls.length]).toEqual(['?scheda=2', 0]);
  end();
});
