// What citizens read before the first service is public.
export const it = {
  title: 'Lo sportello non è ancora aperto',
  lead: 'Lo stiamo preparando: per ora qui non si può prenotare.',
  what: 'Quando apre, potrai prenotare un appuntamento con gli uffici dell’Unione e dei suoi comuni: in video, al telefono, allo sportello o a casa.',
  meanwhile: 'Intanto puoi contattarci così:',
  staff: 'Lavori per l’Unione? Entra e continua la preparazione',
};
