import type { it } from './not-open.it.ts';

export const en: typeof it = {
  title: 'The help desk is not open yet',
  lead: 'We are getting it ready: for now nothing can be booked here.',
  what: 'Once it opens, you can book an appointment with the offices of the union and its comuni: by video, by phone, at a desk or at home.',
  meanwhile: 'Meanwhile you can reach us like this:',
  staff: 'Do you work for the union? Sign in and go on with the set-up',
};
