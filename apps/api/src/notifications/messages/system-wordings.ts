import type { Language } from '@sportello/contract';
import type { SystemNotice } from '../enqueue-system.ts';

interface SystemWording {
  readonly messages: Readonly<Record<SystemNotice, { subject(names: string): string; readonly title: string; readonly text: string }>>;
  readonly states: Readonly<Record<'attention' | 'bad', string>>;
  /** @param state how it is; @param moment since when */
  since(state: string, moment: string): string;
  span(from: string, to: string): string;
  readonly stillHeading: string;
  readonly open: string;
  readonly whyHeading: string;
  readonly why: string;
}

/** What administrators are told of the state of the system, in both languages. */
export const systemWordings: Readonly<Record<Language, SystemWording>> = {
  it: {
    messages: {
      'system-trouble': { subject: (names) => `Stato del sistema: ${names}`, title: 'Qualcosa del sistema non va', text: 'lo sportello controlla da solo ciò su cui si regge, e ha trovato questo. La pagina «Stato del sistema» dice che cosa significa e che cosa fare.' },
      'system-well': { subject: (names) => `Di nuovo in ordine: ${names}`, title: 'Di nuovo in ordine', text: 'questo non andava, e adesso è di nuovo in ordine. Se la posta era ferma, forse l’avviso di prima non ti è mai arrivato.' },
    },
    states: { attention: 'Da guardare', bad: 'Non va' },
    since: (state, moment) => `${state}, da ${moment}`,
    span: (from, to) => `Da ${from} a ${to}`,
    stillHeading: 'Ancora da sistemare',
    open: 'Apri lo stato del sistema',
    whyHeading: 'Perché ricevi questa e-mail',
    why: 'Chi amministra lo sportello la riceve. Se non la vuoi, toglila nel tuo profilo, alla voce «Avvisi per e-mail».',
  },
  en: {
    messages: {
      'system-trouble': { subject: (names) => `System state: ${names}`, title: 'Something of the system is not well', text: 'The desk looks by itself at what it stands on, and found this. The page “System state” says what it means and what to do.' },
      'system-well': { subject: (names) => `In order again: ${names}`, title: 'In order again', text: 'This was not well, and now it is in order again. If mail could not leave, the notice of it may never have reached you.' },
    },
    states: { attention: 'To look at', bad: 'Not well' },
    since: (state, moment) => `${state}, since ${moment}`,
    span: (from, to) => `From ${from} to ${to}`,
    stillHeading: 'Still to be mended',
    open: 'Open the system state',
    whyHeading: 'Why you receive this e-mail',
    why: 'Whoever administers the desk receives it. If you do not want it, take it away in your profile, under “Notices by e-mail”.',
  },
};
