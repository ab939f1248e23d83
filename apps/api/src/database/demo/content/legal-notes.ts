import { lines } from './lines.ts';
import type { LegalNotesContent } from './shape.ts';

export const legalNotes: LegalNotesContent = {
  title: { it: 'Note legali', en: 'Legal notes' },
  text: {
    it: lines(
      '## Un sito dimostrativo',
      'Questo sito mostra come funziona uno sportello virtuale. I nomi e i codici dei comuni sono veri. Indirizzi, telefoni, e-mail, orari, note sulle sedi e operatori sono inventati: non usarli per una pratica vera.',
      '## Le informazioni sui servizi',
      "Le pagine dei servizi spiegano le regole con parole semplici e sono scritte con cura, ma non sostituiscono le leggi e i regolamenti, che possono cambiare e variare da comune a comune. Per il tuo caso chiedi conferma all'ufficio.",
      '## Prenotare non è presentare una pratica',
      "L'appuntamento serve a parlare con l'ufficio. Non vale come domanda, segnalazione o dichiarazione, non fa partire i termini di legge e non dà diritto a iniziare lavori o attività.",
      '## Licenza dei contenuti',
      "Dove non è indicato altro, i testi pubblicati dall'Unione si possono riutilizzare con la licenza Creative Commons Attribuzione 4.0 (CC BY 4.0), come dato aperto ai sensi dell'articolo 52 del codice dell'amministrazione digitale (decreto legislativo 82/2005). Gli stemmi e i documenti dei cittadini sono esclusi.",
      'Il programma che fa funzionare lo sportello è software libero, con licenza EUPL-1.2.',
      '## Collegamenti ad altri siti',
      'Alcune pagine portano a siti di altri enti. Li indichiamo perché utili, ma i loro contenuti dipendono da chi li pubblica.',
      '## Se trovi un errore',
      'Scrivi a segnalazioni@example.org o chiama lo 0141 000 010: lo correggiamo.',
    ),
    en: lines(
      '## A demonstration site',
      'This site shows how a virtual help desk works. The names and codes of the municipalities are real. Addresses, telephone numbers, e-mail addresses, hours, notes on the places and operators are made up: do not use them for real business.',
      '## Information on the services',
      'The service pages explain the rules in plain words and are written with care, but they do not replace laws and regulations, which may change and may differ from one municipality to another. For your own case, ask the office to confirm.',
      '## Booking is not filing',
      'The appointment is a talk with the office. It does not count as an application, notice or declaration, it does not start any legal time limit and it gives no right to begin work or business.',
      '## Licence of the contents',
      "Unless stated otherwise, the texts published by the Union may be reused under the Creative Commons Attribution 4.0 licence (CC BY 4.0), as open data under Article 52 of the Italian Digital Administration Code (Legislative Decree 82/2005). Coats of arms and citizens' documents are excluded.",
      'The program that runs the desk is free software under the EUPL-1.2 licence.',
      '## Links to other sites',
      'Some pages lead to the sites of other bodies. We point to them because they are useful, but their contents are up to those who publish them.',
      '## If you find a mistake',
      'Write to segnalazioni@example.org or call 0141 000 010: we will put it right.',
    ),
  },
};
