// How fresh the pages of the desk are.
export const it = {
  offline: (time: string) => `Sei senza rete: quello che vedi è delle ${time}. Quello che fai adesso non viene salvato.`,
  unreachable: (time: string) => `Lo sportello non risponde: quello che vedi è delle ${time}. Riproviamo da soli.`,
  back: 'Di nuovo in linea: la pagina è aggiornata.',
};
