// What pages of the desk share: its sections, and how an appointment stands.
export const it = {
  sections: { label: 'Sezioni della scrivania', today: 'Oggi', agenda: 'Agenda', book: 'Prenota', requests: 'Richieste', people: 'Persone', waiting: (count: number) => `(${count} da confermare)` },
  day: { nobody: 'Dati cancellati' },
  states: {
    held: 'In corso di prenotazione',
    pending: 'In attesa di conferma',
    confirmed: 'Confermato',
    arrived: 'Arrivato',
    in_progress: 'In corso',
    served: 'Concluso',
    missed: 'Non presentato',
    cancelled: 'Annullato',
    refused: 'Rifiutato',
    expired: 'Scaduto',
  },
};
