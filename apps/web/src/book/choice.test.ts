import { expect, it } from 'vitest';
import { choiceIn, namesUnknownChannel } from './choice.ts';

it('an address says what is chosen, and strange words in it choose nothing', () => {
  expect(choiceIn(new URLSearchParams('comune=005066&servizio=scia&modalita=desk&sede=p&operatore=o&invito=i&giorno=2026-12-03'))).toEqual({ municipality: '005066', service: 'scia', channel: 'desk', place: 'p', operator: 'o', invitation: 'i', day: '2026-12-03' });
  expect(choiceIn(new URLSearchParams('comune=&modalita=fax&giorno=domani'))).toEqual({});
  expect(namesUnknownChannel(new URLSearchParams('modalita=fax'))).toBe(true);
  expect(namesUnknownChannel(new URLSearchParams('modalita=video'))).toBe(false);
});
