import { expect, it } from 'vitest';
import { bookingChoiceIn } from './booking-choice.ts';

it('a link of a comune names what is chosen already', () => {
  const query = new URLSearchParams('comune=005066&servizio=informazioni-scia&modalita=video');
  expect(bookingChoiceIn(query)).toEqual({ municipality: '005066', service: 'informazioni-scia', channel: 'video' });
  expect(bookingChoiceIn(new URLSearchParams('servizio=aiuto-spid'))).toEqual({ service: 'aiuto-spid' });
});

it('an unknown way of meeting is passed over, and an address without a choice is the home page', () => {
  expect(bookingChoiceIn(new URLSearchParams('comune=005066&modalita=fax'))).toEqual({ municipality: '005066' });
  expect(bookingChoiceIn(new URLSearchParams('modalita=fax&utm_source=x'))).toBeNull();
  expect(bookingChoiceIn(new URLSearchParams('comune='))).toBeNull();
});
