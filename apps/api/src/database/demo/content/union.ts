import { faq } from './faq.ts';
import { legalNotes } from './legal-notes.ts';
import { privacyNotice } from './privacy-notice.ts';
import type { UnionContent } from './shape.ts';

export const union: UnionContent = {
  name: 'Unione Collinare Valtiglione e dintorni',
  seat: 'montaldo-scarampi',
  phone: '+390141000010',
  email: 'unione@example.org',
  street: 'Via di Prova 1',
  postalCode: '14048',
  locality: 'Montaldo Scarampi',
  province: 'AT',
  timeZone: 'Europe/Rome',
  languages: ['it', 'en'],
  description: {
    it: "Un solo sportello per nove comuni: parli con l'ufficio in video, al telefono, vicino a casa o a casa tua.",
    en: 'One help desk for nine municipalities: talk to the office by video, by phone, near home or at home.',
  },
  links: [
    {
      rel: 'accessibility',
      label: { it: 'Dichiarazione di accessibilità', en: 'Accessibility statement' },
      url: 'https://form.agid.gov.it/view/demo-sportello-virtuale-00000000',
    },
    {
      rel: 'accessibility-feedback',
      label: { it: 'Segnala un problema di accessibilità', en: 'Report an accessibility problem' },
      url: 'mailto:accessibilita@example.org',
    },
    { rel: 'privacy', label: { it: 'Informativa privacy', en: 'Privacy notice' }, url: '/privacy' },
    { rel: 'legal-notes', label: { it: 'Note legali', en: 'Legal notes' }, url: '/note-legali' },
    { rel: 'faq', label: { it: 'Leggi le domande frequenti', en: 'Frequently asked questions' }, url: '/domande-frequenti' },
    { rel: 'report', label: { it: 'Segnalazione disservizio', en: 'Report a problem' }, url: 'mailto:segnalazioni@example.org' },
  ],
  privacyNotice,
  legalNotes,
  faq,
};
