import type { LifeEventContent } from './shape.ts';

export const lifeEvents: readonly LifeEventContent[] = [
  {
    key: 'aprire-un-attivita',
    name: { it: "Aprire un'attività", en: 'Starting a business' },
    description: {
      it: 'Negozi, bar, laboratori e aziende: aprire, cambiare, passare la mano, chiudere.',
      en: 'Shops, bars, workshops and firms: opening, changing, handing over, closing.',
    },
  },
  {
    key: 'costruire-o-ristrutturare-casa',
    name: { it: 'Costruire o ristrutturare casa', en: 'Building or renovating a home' },
    description: {
      it: 'Dal bagno da rifare alla casa nuova: pratiche, costi e fine lavori.',
      en: 'From a new bathroom to a new house: filings, costs and completion of the work.',
    },
  },
  {
    key: 'comprare-vendere-ereditare',
    name: { it: 'Comprare, vendere, ereditare', en: 'Buying, selling, inheriting' },
    description: {
      it: 'I documenti di case e terreni che chiedono il notaio, la banca o gli eredi.',
      en: 'The papers of houses and land that notaries, banks and heirs ask for.',
    },
  },
  {
    key: 'trasferirsi',
    name: { it: 'Trasferirsi', en: 'Moving home' },
    description: {
      it: 'Nuova casa, nuovo indirizzo: residenza, tassa rifiuti, documenti.',
      en: 'New home, new address: residence, waste tax, documents.',
    },
  },
  {
    key: 'documenti-e-identita-digitale',
    name: { it: 'Documenti e identità digitale', en: 'Documents and digital identity' },
    description: {
      it: "Carta d'identità, certificati, SPID e app dei servizi pubblici.",
      en: 'Identity card, certificates, SPID and the apps of public services.',
    },
  },
  {
    key: 'pagare-tasse-e-tributi',
    name: { it: 'Pagare tasse e tributi', en: 'Paying taxes and fees' },
    description: {
      it: 'Capire un avviso, pagarlo, sapere che cosa fare se qualcosa non torna.',
      en: 'Understanding a notice, paying it, knowing what to do if something looks wrong.',
    },
  },
  {
    key: 'salute-e-assistenza',
    name: { it: 'Salute e assistenza', en: 'Health and care' },
    description: {
      it: 'Visite ed esami da prenotare online, e un aiuto a casa per chi fatica a muoversi.',
      en: 'Booking visits and tests online, and help at home for people who find it hard to get about.',
    },
  },
  {
    key: 'organizzare-un-evento',
    name: { it: 'Organizzare un evento', en: 'Organising an event' },
    description: {
      it: 'Feste, sagre, concerti e mercatini: permessi, piazze e strade.',
      en: 'Fairs, festivals, concerts and markets: permits, squares and streets.',
    },
  },
];
