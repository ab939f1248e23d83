import type { it } from './invite.it.ts';

export const en: typeof it = {
  title: 'The office invites you to book',
  lead: 'This service is booked with your invitation. You choose the day and the time: it takes a few minutes.',
  service: 'Service',
  channel: 'How we meet',
  office: 'Office',
  until: 'Book by',
  wholeDay: (day) => `${day} included`,
  once: 'The invitation is good for one appointment. After booking you can move or cancel it with the link that we send you.',
  book: 'Choose day and time',
  door: {
    over: 'This invitation is over',
    overText: 'It was used already, has expired, or the office took it back. If you have booked already, your appointment stands: you find it in the message of confirmation. Otherwise phone us and ask for another invitation.',
    noLink: 'To book you need the link of your invitation',
    noLinkText: 'Open the link that we sent or gave you. If you cannot find it, phone us: you will get another one.',
    wrongLink: 'This link opens no invitation',
    wrongLinkText: 'Perhaps it is incomplete: open it again from the message that you received, or copy all of it. If that does not work, phone us.',
    tooMany: 'Too many tries with wrong links',
    tooManyText: (minutes) => (minutes === 1 ? 'For safety wait one minute, then open your link again.' : `For safety wait ${minutes} minutes, then open your link again.`),
    findAppointment: 'Find an appointment that is booked already',
    services: 'See the services that everybody can book',
  },
};
