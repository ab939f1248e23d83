import type { Language } from '../schemas/common.ts';
import type { MessageTextName } from '../schemas/message-texts.ts';

/** How the desk calls each message to citizens. */
export const messageTextWords: Readonly<Record<Language, Readonly<Record<MessageTextName, string>>>> = {
  it: {
    confirmation: 'Appuntamento confermato',
    'request-received': 'Richiesta ricevuta',
    moved: 'Spostato dal cittadino',
    'moved-request': 'Spostamento da approvare',
    'moved-by-desk': 'Spostato dall’ufficio',
    proposed: 'Altro orario proposto',
    approved: 'Richiesta accettata',
    refused: 'Richiesta non accettata',
    cancelled: 'Annullato dal cittadino',
    'cancelled-by-desk': 'Annullato dall’ufficio',
    reminder: 'Promemoria',
    'access-link': 'Link inviato di nuovo',
    'papers-given': 'Documenti nuovi',
  },
  en: {
    confirmation: 'Appointment confirmed',
    'request-received': 'Request received',
    moved: 'Moved by the citizen',
    'moved-request': 'Move to be approved',
    'moved-by-desk': 'Moved by the office',
    proposed: 'Another time proposed',
    approved: 'Request accepted',
    refused: 'Request not accepted',
    cancelled: 'Cancelled by the citizen',
    'cancelled-by-desk': 'Cancelled by the office',
    reminder: 'Reminder',
    'access-link': 'Link sent again',
    'papers-given': 'New papers',
  },
};
