import type { it } from './figures.it.ts';

export const en: typeof it = {
  title: 'The desk in figures',
  lead: 'How many people we meet, how long one waits, and what those who came think of it. Figures without names.',
  period: (from: string, to: string) => `From ${from} to ${to}: the last twelve whole months.`,
  untold: 'n/a',
  unknown: 'not known',
  empty: 'The desk is new: the first figures come once a whole month has passed.',
  total: 'In all',
  perWhat: 'See the figures by',
  groupings: { month: 'month', service: 'service', channel: 'way of meeting', office: 'office', municipality: 'comune' },
  heads: { month: 'Month', service: 'Service', channel: 'Way of meeting', office: 'Office', municipality: 'Comune' },
  caption: (by: string) => `The figures by ${by}`,
  figures: {
    booked: 'Appointments made',
    served: 'Meetings held',
    missed: 'People who did not come',
    cancelled: 'Cancelled',
    days_to_first: 'Days to the first free time',
    mean_stars: 'Mean stars, of 5',
  },
  short: { booked: 'Made', served: 'Held', missed: 'Did not come', cancelled: 'Cancelled', days_to_first: 'Days to wait', mean_stars: 'Stars' },
  howTitle: 'How to read them',
  how: [
    'Appointments made and cancelled count on the day on which that was done; meetings on their own day. So the sums do not match.',
    'The days to wait are those between today and the first free time, sampled once a day; here is the middle value.',
    '“n/a” means not told: a figure from 1 to 4, or one that would give it away. So nobody can be recognised.',
  ],
  openTitle: 'Open data',
  open: (licence: string) => `You may use these figures freely if you say where they come from (licence ${licence}).`,
  table: 'Download the table (CSV)',
  api: 'The same data for programs (JSON)',
};
