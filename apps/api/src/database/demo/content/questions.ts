import type { QuestionContent } from './shape.ts';

/** Questions that several services ask in the same words. */
export const alreadyFiled: QuestionContent = {
  key: 'already-filed',
  kind: 'yes_no',
  label: { it: 'Hai già presentato una pratica?', en: 'Have you already filed something?' },
  required: true,
};

export const practiceNumber: QuestionContent = {
  key: 'practice-number',
  kind: 'practice_number',
  label: { it: 'Numero della pratica o del protocollo', en: 'Number of the file or protocol' },
  help: {
    it: "Se lo conosci. È scritto sulla ricevuta o nella lettera dell'ufficio.",
    en: 'If you know it. It is on the receipt or on the letter from the office.',
  },
  required: false,
};

export const propertyAddress: QuestionContent = {
  key: 'property-address',
  kind: 'short_text',
  label: { it: 'Dove si trova la casa o il terreno?', en: 'Where is the house or the land?' },
  help: {
    it: 'Via e numero, oppure foglio e particella del catasto.',
    en: 'Street and number, or sheet and parcel of the land register.',
  },
  required: true,
};
