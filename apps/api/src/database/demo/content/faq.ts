import { lines } from './lines.ts';
import type { FrequentQuestionContent } from './shape.ts';

/** Answers name no number of hours or minutes that the union may change: those stand on each appointment's page. */
export const faq: readonly FrequentQuestionContent[] = [
  {
    key: 'account',
    question: { it: 'Devo registrarmi per prenotare?', en: 'Do I need an account to book?' },
    answer: {
      it: 'No. Bastano nome, cognome e un recapito: e-mail o telefono. Se vuoi puoi entrare con SPID o CIE: in quel caso i tuoi dati sono già scritti.',
      en: 'No. Your first name, surname and one contact are enough: e-mail or telephone. If you like you can sign in with SPID or CIE: then your details are already filled in.',
    },
  },
  {
    key: 'no-email',
    question: { it: "Non ho l'e-mail. Posso prenotare lo stesso?", en: 'I have no e-mail. Can I still book?' },
    answer: {
      it: lines(
        'Sì. Puoi lasciare solo il numero di telefono e annotare il codice che vedi alla fine.',
        'Se preferisci, chiama lo 0141 000 010 o passa da uno sportello: prenotiamo noi per te e ti stampiamo il promemoria a caratteri grandi.',
      ),
      en: lines(
        'Yes. You can leave only your phone number and write down the code shown at the end.',
        'If you prefer, call 0141 000 010 or come to a desk: we book for you and print a reminder in large type.',
      ),
    },
  },
  {
    key: 'cost',
    question: { it: 'Quanto costa un appuntamento?', en: 'What does an appointment cost?' },
    answer: {
      it: 'Niente: gli appuntamenti sono gratuiti, anche a domicilio. Alcune pratiche hanno invece dei costi, come bolli o diritti: li trovi nella pagina del servizio.',
      en: 'Nothing: appointments are free, at home too. Some procedures do have costs, such as stamp duty or fees: you find them on the page of the service.',
    },
  },
  {
    key: 'held-time',
    question: { it: 'Quanto tempo ho per finire la prenotazione?', en: 'How long do I have to finish booking?' },
    answer: {
      it: 'Quando scegli un orario lo teniamo da parte per te mentre scrivi: vedi sullo schermo i minuti che restano e puoi chiederne qualcuno in più. Se il tempo finisce, ti proponiamo gli orari liberi più vicini.',
      en: 'When you choose a time we keep it for you while you type: the screen shows the minutes left and you can ask for a few more. If time runs out, we offer you the nearest free times.',
    },
  },
  {
    key: 'video',
    question: { it: 'Come funziona la videochiamata?', en: 'How does the video call work?' },
    answer: {
      it: lines(
        'Apri il link che ti abbiamo mandato, dal telefono, dal tablet o dal computer. Non devi installare nulla.',
        "Prima puoi provare microfono e videocamera. Poi entri nella sala d'attesa: l'operatore ti fa passare appena è libero.",
        'La videochiamata non viene registrata.',
      ),
      en: lines(
        'Open the link we sent you, on your phone, tablet or computer. There is nothing to install.',
        'You can test microphone and camera beforehand. Then you enter the waiting room: the operator lets you in as soon as they are free.',
        'The call is not recorded.',
      ),
    },
  },
  {
    key: 'video-trouble',
    question: { it: 'E se il video non funziona?', en: 'What if the video does not work?' },
    answer: {
      it: "Nella pagina dell'appuntamento c'è un pulsante per farti richiamare al telefono: l'appuntamento continua così e non perdi il posto. Puoi anche chiamare tu lo 0141 000 010.",
      en: 'The page of the appointment has a button to be called by phone instead: the appointment goes on that way and you do not lose your place. You can also call us on 0141 000 010.',
    },
  },
  {
    key: 'phone',
    question: { it: "Nell'appuntamento telefonico chi chiama?", en: 'Who calls in a phone appointment?' },
    answer: {
      it: lines(
        "Ti chiamiamo noi, all'ora fissata, al numero che hai lasciato. Tieni il telefono vicino e libero, e le carte a portata di mano.",
        'Non ti chiederemo mai password, PIN o dati della carta di pagamento. Se qualcuno lo fa, riattacca e avvisaci.',
      ),
      en: lines(
        'We call you, at the agreed time, on the number you left. Keep your phone near and free, and your papers at hand.',
        'We will never ask you for passwords, PINs or payment card details. If anyone does, hang up and let us know.',
      ),
    },
  },
  {
    key: 'home-visit',
    question: { it: 'Chi viene a casa mia, e come lo riconosco?', en: 'Who comes to my home, and how do I recognise them?' },
    answer: {
      it: lines(
        "Viene un operatore dello sportello, di solito in bicicletta elettrica, con il tesserino dell'Unione. Conosce il codice del tuo appuntamento: puoi chiederglielo prima di aprire.",
        "La visita è gratuita: l'operatore non chiede mai denaro. Se hai un dubbio, non aprire e chiama lo 0141 000 010.",
      ),
      en: lines(
        'An operator of the help desk, usually on an electric bike, with a Union badge. They know the code of your appointment: you can ask for it before you open the door.',
        'The visit is free: the operator never asks for money. If in doubt, do not open and call 0141 000 010.',
      ),
    },
  },
  {
    key: 'lost-link',
    question: { it: 'Ho perso il link o il messaggio. Che cosa faccio?', en: 'I have lost the link or the message. What do I do?' },
    answer: {
      it: "Dal sito puoi farti mandare un nuovo link: bastano il codice dell'appuntamento e la tua e-mail. Se non hai lasciato un'e-mail o non trovi il codice, chiama lo 0141 000 010.",
      en: 'You can have a new link sent to you from the site: all it takes is the code of the appointment and your e-mail. If you left no e-mail or cannot find the code, call 0141 000 010.',
    },
  },
  {
    key: 'move-or-cancel',
    question: { it: 'Posso spostare o annullare?', en: 'Can I move or cancel?' },
    answer: {
      it: "Sì, dalla pagina dell'appuntamento, che apri con il tuo link. Lì trovi scritto fino a quando puoi farlo online. Dopo quel momento telefona: se ci avvisi, anche all'ultimo, il posto può servire a un'altra persona.",
      en: 'Yes, from the page of the appointment, which your link opens. It says until when you can do it online. After that, phone us: if you let us know, even at the last minute, someone else may use the place.',
    },
  },
  {
    key: 'late',
    question: { it: 'Sono in ritardo. Mi aspettate?', en: 'I am running late. Will you wait?' },
    answer: {
      it: "Telefona appena puoi. Ti aspettiamo, se possibile, ma il tempo resta quello dell'appuntamento: se non basta, ne fissiamo subito un altro.",
      en: 'Phone us as soon as you can. We wait if we can, but the time of the appointment stays the same: if it is not enough, we arrange another one at once.',
    },
  },
  {
    key: 'helper',
    question: {
      it: 'Posso prenotare per mia madre, o farmi accompagnare?',
      en: 'Can I book for my mother, or bring someone with me?',
    },
    answer: {
      it: lines(
        "Sì. Durante la prenotazione indica che l'appuntamento è per un'altra persona e qual è il tuo ruolo: familiare, delegato, tutore, professionista.",
        'Chi ti aiuta può venire con te allo sportello o starti accanto nella videochiamata. Per firmare o ritirare documenti al posto tuo può servire una delega scritta.',
      ),
      en: lines(
        'Yes. While booking, say that the appointment is for another person and what your role is: relative, delegate, guardian, professional.',
        'Whoever helps you can come to the desk with you or sit beside you in the video call. To sign or collect documents for you they may need a written authorisation.',
      ),
    },
  },
  {
    key: 'other-place',
    question: {
      it: 'Posso andare allo sportello di un altro comune?',
      en: 'Can I go to the desk in another municipality?',
    },
    answer: {
      it: 'Sì. Lo sportello è uno solo per tutti i nove comuni: scegli la sede più comoda. Devi solo indicare quale comune riguarda la tua richiesta.',
      en: 'Yes. There is one help desk for all nine municipalities: choose the place that suits you best. You only have to say which municipality your request is about.',
    },
  },
  {
    key: 'not-a-filing',
    question: {
      it: 'Con la prenotazione ho già presentato la pratica?',
      en: 'Does booking count as filing my application?',
    },
    answer: {
      it: "No. L'appuntamento serve a parlare con l'ufficio. Domande, SCIA, CILA e dichiarazioni si presentano a parte, nel modo indicato nella pagina del servizio.",
      en: 'No. The appointment is a talk with the office. Applications, SCIA and CILA notices and declarations are filed separately, as the page of the service explains.',
    },
  },
  {
    key: 'accessibility',
    question: {
      it: 'Ho difficoltà a sentire, a vedere o a muovermi. Come possiamo fare?',
      en: 'I have difficulty hearing, seeing or moving. What can we do?',
    },
    answer: {
      it: lines(
        'Scrivilo nei dettagli o dillo al telefono: possiamo scriverci in chat durante la videochiamata, leggerti i documenti ad alta voce, riceverti dove non ci sono gradini o venire a casa.',
        'Se una pagina di questo sito ti crea problemi, scrivi ad accessibilita@example.org: ti rispondiamo e la sistemiamo.',
      ),
      en: lines(
        'Say so in the details or on the phone: we can write in the chat during the video call, read documents aloud to you, meet you where there are no steps, or come to your home.',
        'If a page of this site gives you trouble, write to accessibilita@example.org: we answer and put it right.',
      ),
    },
  },
];
