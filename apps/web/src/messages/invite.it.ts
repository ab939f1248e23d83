// What the link of an invitation opens.
export const it = {
  title: 'L’ufficio ti invita a prenotare',
  lead: 'Questo servizio si prenota con il tuo invito. Scegli tu il giorno e l’ora: bastano pochi minuti.',
  service: 'Servizio',
  channel: 'Come ci incontriamo',
  office: 'Ufficio',
  until: 'Prenota entro',
  wholeDay: (day: string) => `${day} compreso`,
  once: 'L’invito vale per un solo appuntamento. Dopo aver prenotato potrai spostarlo o annullarlo con il link che ti mandiamo.',
  book: 'Scegli giorno e ora',
  door: {
    over: 'Questo invito non vale più',
    overText: 'È già stato usato, è scaduto oppure l’ufficio lo ha ritirato. Se hai già prenotato, l’appuntamento resta valido: lo trovi nel messaggio di conferma. Altrimenti telefona e chiedi un altro invito.',
    noLink: 'Per prenotare serve il link del tuo invito',
    noLinkText: 'Apri il link che ti abbiamo mandato o consegnato. Se non lo trovi, telefona: te ne diamo un altro.',
    wrongLink: 'Questo link non apre nessun invito',
    wrongLinkText: 'Forse è incompleto: aprilo di nuovo dal messaggio che hai ricevuto, o copialo tutto. Se non funziona, telefona.',
    tooMany: 'Troppi tentativi con link sbagliati',
    tooManyText: (minutes: number) => (minutes === 1 ? 'Per sicurezza aspetta un minuto, poi apri di nuovo il tuo link.' : `Per sicurezza aspetta ${minutes} minuti, poi apri di nuovo il tuo link.`),
    findAppointment: 'Trova un appuntamento già prenotato',
    services: 'Guarda i servizi che tutti possono prenotare',
  },
};
