import type { it } from './logo.it.ts';

export const en: typeof it = {
  none: 'There is no logo: the drawing of a public building stands in its place.',
  choose: 'Choose a picture',
  another: 'Choose another picture',
  remove: 'Take the logo away',
  keep: 'Keep the one before',
  sending: 'We are looking at the picture…',
  notYet: 'Citizens will see it when you save this page.',
  notYetGone: 'The logo will leave the site when you save this page. You can put it back from the history.',
  stays: 'The logo that you see above stays.',
  tooHeavy: 'The picture is larger than 500 kB. Save it smaller: 400 points of height are enough for a logo.',
  help: 'PNG, JPEG or WebP, up to 500 kB and 2000 points on each side. It has to be seen well on blue and on white: a coat of arms on a transparent ground does well.',
  alt: 'The logo',
  grounds: { blue: 'At the top of the site', white: 'On paper' },
};
