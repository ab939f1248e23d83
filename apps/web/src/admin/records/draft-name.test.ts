import { expect, test } from 'vitest';
import { draftName } from './draft-name.ts';

test.each([
  [{ kind: 'service', name: { it: ' Cambio di residenza ' } }, 'Cambio di residenza'],
  [{ kind: 'municipality', name: 'Mombercelli' }, 'Mombercelli'],
  [{ kind: 'faq', question: { it: 'Come si fa?' } }, 'Come si fa?'],
  [{ kind: 'closure', first_day: '2026-12-24' }, '2026-12-24'],
  [{ kind: 'service', name: { it: '  ' } }, null],
  [{ kind: 'faq', question: null }, null],
])('a draft is called by what it says: %j', (content, name) => {
  expect(draftName(JSON.stringify(content))).toBe(name);
});
