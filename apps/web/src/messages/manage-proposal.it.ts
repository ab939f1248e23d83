// Another time that the office proposes, on the page of the appointment.
export const it = {
  lead: (service: string) => `${service}. Adesso tocca a te: scegli che cosa fare.`,
  panel: 'La proposta dell’ufficio',
  asked: 'Avevi chiesto',
  proposed: 'L’ufficio propone',
  officeWrites: 'L’ufficio ti scrive:',
  keptUntil: (when: string) => `Teniamo per te l’orario proposto fino a ${when}. Se non rispondi torna libero, e la tua richiesta resta in attesa.`,
  accept: (when: string) => `Accetta ${when}`,
  other: 'Scegli un altro orario',
  cancel: 'Annulla la richiesta',
  accepted: {
    text: 'Hai accettato l’orario proposto dall’ufficio. Quello che avevi chiesto prima è di nuovo libero per altre persone.',
    mail: 'Ti mandiamo un’e-mail di conferma con il nuovo orario.',
  },
  over: {
    ended: 'La proposta dell’ufficio non vale più',
    endedText: 'La tua richiesta non è cambiata: vale l’orario che avevi chiesto e aspetta ancora la risposta dell’ufficio.',
    replaced: 'L’ufficio ha cambiato la sua proposta',
    replacedText: 'Qui sotto vedi l’orario che ti propone adesso.',
  },
};
