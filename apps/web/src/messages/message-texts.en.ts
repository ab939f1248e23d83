import { messageTextWords } from '@sportello/contract';
import type { it } from './message-texts.it.ts';

export const en: typeof it = {
  message: 'Which message',
  messages: messageTextWords.en,
  subject: 'Subject',
  title: 'Title',
  text: 'The first lines',
  textHelp: 'They follow the greeting. Day, place, papers, link and contacts come by themselves.',
  blankHelp: 'Left empty, that of the product holds.',
  placeholders: 'Placeholders',
  placeholdersLead: 'Write them like this, in braces: in their place the message says',
  meanings: {
    nome: 'the name of the person',
    servizio: 'the service',
    ufficio: 'the office',
    comune: 'the comune',
    quando: 'day and time of the appointment',
    codice: 'the code of the appointment',
    telefono: 'the phone to call',
  },
  begin: 'Begin with the text of the product',
  unknown: (names: string) => `These placeholders do not exist: ${names}.`,
  preview: 'How it reads',
  previewLead: 'About an invented appointment. Nothing is sent.',
  previewIn: { it: 'Preview in Italian', en: 'Preview in English' },
  subjectIs: (subject: string) => `Subject: ${subject}`,
};
