import type { OfficeContent } from './shape.ts';

export const offices: readonly OfficeContent[] = [
  {
    key: 'ufficio-tecnico',
    name: { it: 'Ufficio tecnico', en: 'Technical Office' },
    shortName: { it: 'Ufficio tecnico', en: 'Technical Office' },
    description: {
      it: 'Terreni, strade comunali e vecchie pratiche edilizie: ti aiuta a trovare le carte di casa tua e a sapere che cosa si può fare su un terreno.',
      en: 'Land, local roads and past building files: it helps you find the papers of your home and learn what can be done on a plot of land.',
    },
    phone: '+390141000011',
    email: 'tecnico@example.org',
    serves: 'all',
  },
  {
    key: 'suap',
    name: { it: 'Sportello unico attività produttive (SUAP)', en: 'One-Stop Shop for Businesses (SUAP)' },
    shortName: { it: 'SUAP', en: 'SUAP' },
    description: {
      it: "Negozi, bar, laboratori, aziende agricole, mercati ed eventi: il punto di riferimento per chi apre, cambia o chiude un'attività.",
      en: 'Shops, bars, workshops, farms, markets and events: the place to turn to when you open, change or close a business.',
    },
    phone: '+390141000012',
    email: 'suap@example.org',
    serves: 'all',
  },
  {
    key: 'sue',
    name: { it: 'Sportello unico edilizia (SUE)', en: 'One-Stop Shop for Building (SUE)' },
    shortName: { it: 'SUE', en: 'SUE' },
    description: {
      it: 'Lavori in casa, ampliamenti, nuove costruzioni: ti dice quale pratica serve prima di cominciare e che cosa fare alla fine.',
      en: 'Work on your home, extensions, new buildings: it tells you which filing you need before you start and what to do at the end.',
    },
    phone: '+390141000013',
    email: 'sue@example.org',
    serves: 'all',
  },
  {
    key: 'punto-risposte',
    name: { it: 'Punto risposte', en: 'Answer Point' },
    shortName: { it: 'Punto risposte', en: 'Answer Point' },
    description: {
      it: "Un solo posto per ogni domanda: certificati, residenza, carta d'identità, tributi. Se non sai a chi rivolgerti, comincia da qui.",
      en: 'One place for every question: certificates, residence, identity card, local taxes. If you do not know whom to ask, start here.',
    },
    phone: '+390141000014',
    email: 'punto.risposte@example.org',
    serves: 'all',
  },
  {
    key: 'amico-digitale',
    name: { it: 'Amico digitale', en: 'Digital Friend' },
    shortName: { it: 'Amico digitale', en: 'Digital Friend' },
    description: {
      it: 'Una persona paziente ti aiuta con SPID, app, pagamenti e prenotazioni online: allo sportello, a distanza o a casa tua.',
      en: 'A patient person helps you with SPID, apps, online payments and bookings: at the desk, remotely or at your home.',
    },
    phone: '+390141000015',
    email: 'amico.digitale@example.org',
    serves: 'all',
  },
];
