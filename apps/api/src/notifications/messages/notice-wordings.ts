import type { Language } from '@sportello/contract';

interface NoticeText {
  /** @param about when it is: a moment, or for tomorrow's list the day */
  subject(about: string): string;
  readonly title: string;
  readonly text: string;
}

interface NoticeWording {
  readonly messages: Readonly<Record<'notice-new' | 'notice-moved' | 'notice-cancelled' | 'notice-unreachable' | 'notice-tomorrow', NoticeText>>;
  readonly person: string;
  readonly open: string;
  readonly whyHeading: string;
  readonly why: string;
}

/** The notices to the staff, in both languages. */
export const noticeWordings: Readonly<Record<Language, NoticeWording>> = {
  it: {
    messages: {
      'notice-new': { subject: (about) => `Nuovo appuntamento: ${about}`, title: 'C’è un nuovo appuntamento', text: 'è stato prenotato un appuntamento che ti riguarda.' },
      'notice-moved': { subject: (about) => `Appuntamento spostato: ${about}`, title: 'Un appuntamento è stato spostato', text: 'qui sotto trovi il nuovo orario. Quello di prima è di nuovo libero.' },
      'notice-cancelled': { subject: (about) => `Appuntamento annullato: ${about}`, title: 'Un appuntamento è stato annullato', text: 'questo appuntamento è annullato e il suo orario è di nuovo libero.' },
      'notice-unreachable': { subject: (about) => `Da chiamare: appuntamento ${about}`, title: 'Una persona è da chiamare', text: 'un messaggio su questo appuntamento non è arrivato, o la persona non ha un’e-mail. Apri l’appuntamento: lì trovi il numero.' },
      'notice-tomorrow': { subject: (about) => `I tuoi appuntamenti di ${about}`, title: 'I tuoi appuntamenti di domani', text: 'ecco l’elenco di domani, com’è adesso.' },
    },
    person: 'Persona',
    open: 'Apri nella scrivania',
    whyHeading: 'Perché ricevi questa e-mail',
    why: 'L’hai scelto tu, nel tuo profilo, alla voce «Avvisi per e-mail»: lì puoi anche smettere di riceverla.',
  },
  en: {
    messages: {
      'notice-new': { subject: (about) => `New appointment: ${about}`, title: 'There is a new appointment', text: 'An appointment that concerns you was booked.' },
      'notice-moved': { subject: (about) => `Appointment moved: ${about}`, title: 'An appointment was moved', text: 'You find the new time below. The one before is free again.' },
      'notice-cancelled': { subject: (about) => `Appointment cancelled: ${about}`, title: 'An appointment was cancelled', text: 'This appointment is cancelled and its time is free again.' },
      'notice-unreachable': { subject: (about) => `To be called: appointment ${about}`, title: 'Somebody is to be called', text: 'A message about this appointment did not arrive, or the person has no e-mail. Open the appointment: there is the number.' },
      'notice-tomorrow': { subject: (about) => `Your appointments of ${about}`, title: 'Your appointments of tomorrow', text: 'This is the list of tomorrow, as it is now.' },
    },
    person: 'Person',
    open: 'Open at the desk',
    whyHeading: 'Why you receive this e-mail',
    why: 'You chose it in your profile, under “Notices by e-mail”: there you can also stop it.',
  },
};
