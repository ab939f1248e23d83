import type { Language, Role } from '@sportello/contract';
import type { StaffMessageName } from '../staff-messages.ts';
import { en } from './en.ts';
import { it } from './it.ts';

interface StaffMessage {
  /** The name of the union follows it. */
  readonly subject: string;
  readonly title: string;
  readonly text: string;
  readonly button: string;
  /** What to do when something is not as it should be. */
  readonly care: string;
}

/** The texts of the messages to the staff in one language; greeting and dates as in the messages to everybody. */
export interface StaffWording {
  moment(day: string, time: string): string;
  greeting(givenName: string | null): string;
  readonly messages: Readonly<Record<StaffMessageName, StaffMessage>>;
  readonly facts: Readonly<Record<'role' | 'until' | 'at', string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly careHeading: string;
  readonly linkByHand: string;
  readonly doNotReply: string;
}

const notYouIt = 'Se non sei stato tu, avvisa subito un amministratore dello sportello e, dalla pagina di accesso, chiedi una nuova password.';
const notYouEn = 'If it was not you, tell an administrator of the desk at once and ask for a new password on the sign-in page.';

export const staffWordings: Readonly<Record<Language, StaffWording>> = {
  it: {
    moment: it.moment,
    greeting: it.greeting,
    messages: {
      'staff-invitation': {
        subject: 'Invito allo sportello virtuale',
        title: 'Sei invitato nello sportello virtuale',
        text: 'per te è pronto un accesso alla scrivania dello sportello. Apri il link, scegli una password e imposta il secondo fattore: bastano pochi minuti.',
        button: 'Accetta l’invito',
        care: 'Il link è personale e vale una volta sola: non inoltrarlo. Se è scaduto, chiedi un nuovo invito a un amministratore. Se non ti aspettavi questo messaggio, ignoralo.',
      },
      'staff-reset': {
        subject: 'Nuova password per lo sportello virtuale',
        title: 'Scegli una nuova password',
        text: 'è stata chiesta una nuova password per il tuo accesso. Con il link la scegli tu; poi, se hai un secondo fattore, ti viene chiesto come sempre.',
        button: 'Scegli la nuova password',
        care: 'Il link è personale e vale una volta sola: non inoltrarlo. Se non l’hai chiesto tu, ignora questo messaggio: la tua password resta quella di prima.',
      },
      'staff-password-changed': {
        subject: 'Password cambiata',
        title: 'La tua password è stata cambiata',
        text: 'la password del tuo accesso allo sportello è stata cambiata. Se sei stato tu non devi fare altro.',
        button: 'Vai alla pagina di accesso',
        care: notYouIt,
      },
      'staff-second-factor-removed': {
        subject: 'Secondo fattore tolto',
        title: 'Un secondo fattore è stato tolto',
        text: 'dal tuo accesso allo sportello è stato tolto un secondo fattore (app di autenticazione o passkey). Se lo hai tolto o chiesto tu non devi fare altro: se non ne hai altri, al prossimo accesso ne imposti uno nuovo.',
        button: 'Vai alla pagina di accesso',
        care: notYouIt,
      },
      'staff-recovery-code-used': {
        subject: 'Nuovo accesso con un codice di recupero',
        title: 'Accesso con un codice di recupero',
        text: 'qualcuno è entrato con il tuo accesso usando la password e un codice di recupero. Se sei stato tu non devi fare altro; ricorda che ogni codice vale una volta sola.',
        button: 'Vai alla pagina di accesso',
        care: notYouIt,
      },
      'staff-video-to-reconnect': {
        subject: 'Videochiamate da collegare di nuovo',
        title: 'Le videochiamate sono da collegare di nuovo',
        text: 'il servizio con cui l’Unione fa le videochiamate non riconosce più lo sportello: qualcuno ha tolto il permesso, o è scaduto. Nessun appuntamento si perde: fino ad allora ci si incontra nella stanza dello sportello. Entra e apri «Unione», poi «Videochiamate».',
        button: 'Vai alla pagina di accesso',
        care: 'Il collegamento si rifà solo dalle pagine dello sportello. Nessuno ti chiede password per e-mail o per telefono.',
      },
      'staff-api-key-ending': {
        subject: 'Una chiave per altri sistemi sta per scadere',
        title: 'Una chiave per altri sistemi sta per scadere',
        text: 'entro due settimane scade una chiave con cui un altro sistema legge i dati dello sportello: dopo, quel sistema non funziona più. Entra e apri «Unione», poi «Collegamenti»: lì vedi quale, e puoi creare quella nuova da dare a chi gestisce il sistema.',
        button: 'Vai alla pagina di accesso',
        care: 'Le chiavi si creano solo dalle pagine dello sportello. Nessuno te le chiede per e-mail o al telefono.',
      },
      'staff-webhook-given-up': {
        subject: 'Avvisi non consegnati a un altro sistema',
        title: 'Un altro sistema non ha ricevuto tutti gli avvisi',
        text: 'per tre giorni lo sportello ha provato a consegnare un avviso a un altro sistema, senza riuscirci. Entra e apri «Unione», poi «Collegamenti»: lì vedi che cosa non va, e quando è risolto puoi inviare di nuovo quello che manca.',
        button: 'Vai alla pagina di accesso',
        care: 'Nessun appuntamento è andato perso: manca solo l’avviso all’altro sistema. Avvisa chi lo gestisce.',
      },
      'staff-webhook-off': {
        subject: 'Avvisi a un altro sistema spenti',
        title: 'Gli avvisi a un altro sistema sono stati spenti',
        text: 'da tre giorni un altro sistema non risponde agli avvisi dello sportello, oppure ha detto di non volerne più: per questo sono stati spenti. Entra e apri «Unione», poi «Collegamenti»: quando il problema è risolto li riaccendi da lì, e puoi inviare di nuovo quello che manca.',
        button: 'Vai alla pagina di accesso',
        care: 'Nessun appuntamento è andato perso: manca solo l’avviso all’altro sistema. Avvisa chi lo gestisce.',
      },
    },
    facts: { role: 'Ruolo', until: 'Il link vale fino a', at: 'Quando' },
    roles: { operator: 'Operatore', manager: 'Responsabile', admin: 'Amministratore', auditor: 'Revisore' },
    careHeading: 'Per la tua sicurezza',
    linkByHand: it.linkByHand,
    doNotReply: 'Non rispondere a questa e-mail: è automatica e nessuno leggerebbe la risposta.',
  },
  en: {
    moment: en.moment,
    greeting: en.greeting,
    messages: {
      'staff-invitation': {
        subject: 'Invitation to the virtual help desk',
        title: 'You are invited to the virtual help desk',
        text: 'An account for the desk is ready for you. Open the link, choose a password and set up the second factor: it takes a few minutes.',
        button: 'Accept the invitation',
        care: 'The link is personal and serves once: do not pass it on. If it has expired, ask an administrator for a new invitation. If you did not expect this message, ignore it.',
      },
      'staff-reset': {
        subject: 'New password for the virtual help desk',
        title: 'Choose a new password',
        text: 'A new password was asked for your account. With the link you choose it yourself; if you have a second factor, you are then asked for it as always.',
        button: 'Choose the new password',
        care: 'The link is personal and serves once: do not pass it on. If you did not ask for it, ignore this message: your password stays as it was.',
      },
      'staff-password-changed': {
        subject: 'Password changed',
        title: 'Your password was changed',
        text: 'The password of your account at the help desk was changed. If it was you, there is nothing else to do.',
        button: 'Go to the sign-in page',
        care: notYouEn,
      },
      'staff-second-factor-removed': {
        subject: 'Second factor removed',
        title: 'A second factor was removed',
        text: 'A second factor (authenticator app or passkey) was removed from your account at the help desk. If you removed it or asked for that, there is nothing else to do: if you have no other, you set up a new one with your next sign-in.',
        button: 'Go to the sign-in page',
        care: notYouEn,
      },
      'staff-recovery-code-used': {
        subject: 'New sign-in with a recovery code',
        title: 'Sign-in with a recovery code',
        text: 'Somebody signed in to your account with the password and a recovery code. If it was you, there is nothing else to do; remember that each code serves once.',
        button: 'Go to the sign-in page',
        care: notYouEn,
      },
      'staff-video-to-reconnect': {
        subject: 'Video calls to be connected again',
        title: 'Video calls have to be connected again',
        text: 'The service with which the union meets by video does not know the desk any more: somebody took the permission back, or it ended. No appointment is lost: until then people meet in the desk’s own room. Sign in and open “Union”, then “Video calls”.',
        button: 'Go to the sign-in page',
        care: 'It is connected on the pages of the desk alone. Nobody asks you for a password by e-mail or phone.',
      },
      'staff-api-key-ending': {
        subject: 'A key for another system is about to end',
        title: 'A key for another system is about to end',
        text: 'Within two weeks a key ends with which another system reads data of the desk: after that the system does not work any more. Sign in and open “Union”, then “Connections”: there you see which one, and can make a new one for whoever runs the system.',
        button: 'Go to the sign-in page',
        care: 'Keys are made on the pages of the desk alone. Nobody asks you for one by e-mail or phone.',
      },
      'staff-webhook-given-up': {
        subject: 'Another system was not told everything',
        title: 'Another system was not told everything',
        text: 'For three days the desk tried to tell another system something, in vain. Sign in and open “Union”, then “Connections”: there you see what is wrong, and once it is mended you can send again what is missing.',
        button: 'Go to the sign-in page',
        care: 'No appointment was lost: only the other system does not know of it. Tell whoever runs it.',
      },
      'staff-webhook-off': {
        subject: 'Another system is not told any more',
        title: 'Another system is not told any more',
        text: 'For three days another system did not answer the desk, or it said that it wants nothing more: so it is not told any more. Sign in and open “Union”, then “Connections”: once it is mended you switch it on again there, and can send again what is missing.',
        button: 'Go to the sign-in page',
        care: 'No appointment was lost: only the other system does not know of it. Tell whoever runs it.',
      },
    },
    facts: { role: 'Role', until: 'The link is good until', at: 'When' },
    roles: { operator: 'Operator', manager: 'Manager', admin: 'Administrator', auditor: 'Auditor' },
    careHeading: 'For your safety',
    linkByHand: en.linkByHand,
    doNotReply: 'Do not reply to this e-mail: it is automatic and nobody would read the answer.',
  },
};
