import type { it } from './desk-live.it.ts';

export const en: typeof it = {
  offline: (time) => `You are offline: what you see is from ${time}. What you do now is not saved.`,
  unreachable: (time) => `The desk does not answer: what you see is from ${time}. We keep trying.`,
  back: 'Online again: the page is up to date.',
};
