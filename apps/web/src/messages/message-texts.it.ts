import { messageTextWords } from '@sportello/contract';
// The form of a text that messages to citizens say in the union's own words.
export const it = {
  message: 'Quale messaggio',
  messages: messageTextWords.it,
  subject: 'Oggetto',
  title: 'Titolo',
  text: 'Le prime righe',
  textHelp: 'Vengono subito dopo il saluto. Giorno, luogo, documenti, link e contatti seguono da soli.',
  blankHelp: 'Se resta vuoto, vale quello di serie.',
  placeholders: 'Segnaposto',
  placeholdersLead: 'Scrivili così, fra parentesi graffe: al loro posto il messaggio dice',
  meanings: {
    nome: 'il nome della persona',
    servizio: 'il servizio',
    ufficio: 'l’ufficio',
    comune: 'il comune',
    quando: 'giorno e ora dell’appuntamento',
    codice: 'il codice dell’appuntamento',
    telefono: 'il telefono da chiamare',
  },
  begin: 'Parti dal testo di serie',
  unknown: (names: string) => `Questi segnaposto non esistono: ${names}.`,
  preview: 'Come si legge',
  previewLead: 'Con un appuntamento inventato. Non viene inviato niente.',
  previewIn: { it: 'Anteprima in italiano', en: 'Anteprima in inglese' },
  subjectIs: (subject: string) => `Oggetto: ${subject}`,
};
