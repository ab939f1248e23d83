import type { it } from './manage-proposal.it.ts';

export const en: typeof it = {
  lead: (service) => `${service}. Now it is your turn: choose what to do.`,
  panel: 'The proposal of the office',
  asked: 'You asked for',
  proposed: 'The office proposes',
  officeWrites: 'The office writes:',
  keptUntil: (when) => `We keep the proposed time for you until ${when}. If you do not answer it becomes free again, and your request keeps waiting.`,
  accept: (when) => `Accept ${when}`,
  other: 'Choose another time',
  cancel: 'Cancel the request',
  accepted: {
    text: 'You have accepted the time that the office proposed. The one you had asked for before is free again for other people.',
    mail: 'We send you an e-mail of confirmation with the new time.',
  },
  over: {
    ended: 'The proposal of the office is over',
    endedText: 'Your request has not changed: the time that you had asked for counts, and still waits for the answer of the office.',
    replaced: 'The office has changed its proposal',
    replacedText: 'Below you see the time that it proposes now.',
  },
};
