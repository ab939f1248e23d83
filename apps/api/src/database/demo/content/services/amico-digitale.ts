import { lines } from '../lines.ts';
import type { CalendarKey, QuestionContent, ServiceContent, Text } from '../shape.ts';
import { afterDesk, afterPhone, beforeVideo } from '../standard-texts.ts';

const digitalOperators: readonly CalendarKey[] = ['amico-digitale-1'];
const bikes: readonly CalendarKey[] = ['bici-1'];

const ownSecrets: Text = {
  it: "Ho capito che password, PIN e codici li digito io: l'operatore non li chiede, non li scrive e non li conserva.",
  en: 'I understand that I type passwords, PINs and codes myself: the operator does not ask for them, write them down or keep them.',
};

const ownDevice: QuestionContent = {
  key: 'own-device',
  kind: 'choice',
  label: { it: 'Che apparecchio usi?', en: 'Which device do you use?' },
  required: true,
  choices: [
    { value: 'smartphone', label: { it: 'Uno smartphone', en: 'A smartphone' } },
    { value: 'tablet', label: { it: 'Un tablet', en: 'A tablet' } },
    { value: 'computer', label: { it: 'Un computer', en: 'A computer' } },
    { value: 'none', label: { it: 'Nessuno di questi', en: 'None of these' } },
  ],
};

const spid: ServiceContent = {
  key: 'aiuto-spid',
  slug: 'aiuto-spid',
  office: 'amico-digitale',
  name: { it: 'Aiuto per avere o usare lo SPID', en: 'Help with getting or using SPID' },
  summary: {
    it: 'Ti serve lo SPID, è scaduto o non riesci più a entrare? Ti aiutiamo passo per passo, senza fretta.',
    en: 'Do you need SPID, has it expired, or can you no longer sign in? We help you step by step, without hurry.',
  },
  forWhom: {
    it: 'A chi ha almeno 18 anni e un documento italiano valido, e non se la sente di fare da solo.',
    en: 'Anyone aged 18 or over with a valid Italian document who would rather not do it alone.',
  },
  how: {
    it: lines(
      "Lo SPID lo rilasciano i gestori riconosciuti dallo Stato, non l'Unione. Noi ti aiutiamo a scegliere quello adatto, a compilare la richiesta e a capire come farti riconoscere: di persona, con la carta d'identità elettronica o in video con il gestore.",
      "Se lo SPID ce l'hai già, vediamo insieme come recuperare la password, cambiare telefono o rinnovarlo.",
      "Se hai la carta d'identità elettronica, ti mostriamo anche come entrare nei servizi con quella.",
    ),
    en: lines(
      'SPID is issued by providers recognised by the State, not by the Union. We help you choose a suitable one, fill in the request and understand how to be identified: in person, with your electronic identity card or by video with the provider.',
      'If you already have SPID, we see together how to recover the password, change phone or renew it.',
      'If you have an electronic identity card, we also show you how to sign in with that.',
    ),
  },
  needed: {
    it: lines(
      "- un documento d'identità valido;",
      '- la tessera sanitaria;',
      '- il tuo telefono cellulare;',
      "- un indirizzo e-mail che sai aprire: se non ce l'hai, lo creiamo insieme.",
    ),
    en: lines(
      '- a valid identity document;',
      '- your health card;',
      '- your mobile phone;',
      '- an e-mail address that you can open: if you have none, we create one together.',
    ),
  },
  result: {
    it: 'La richiesta di SPID avviata, o il tuo SPID di nuovo funzionante quando il gestore lo permette subito.',
    en: 'Your SPID request under way, or your SPID working again where the provider allows it at once.',
  },
  times: {
    it: 'Con noi basta un appuntamento. Il rilascio dipende dal gestore e dal modo in cui ti riconosce: da pochi minuti a qualche giorno.',
    en: 'One appointment with us is enough. Issue depends on the provider and on how it identifies you: from a few minutes to some days.',
  },
  cost: {
    it: "L'aiuto è gratuito. Alcuni gestori chiedono un canone annuo o un costo per il riconoscimento: te lo diciamo prima. Entrare con la carta d'identità elettronica non costa nulla.",
    en: 'Our help is free. Some providers charge a yearly fee or a fee for identification: we tell you beforehand. Signing in with the electronic identity card costs nothing.',
  },
  terms: {
    it: lines(
      'Password, PIN e codici li digiti sempre tu.',
      'Lo SPID è personale: non possiamo chiederlo al posto tuo né per un parente che non è presente.',
      'Regole: articolo 64 del decreto legislativo 82/2005 e DPCM 24 ottobre 2014.',
    ),
    en: lines(
      'You always type passwords, PINs and codes yourself.',
      'SPID is personal: we cannot request it in your place, nor for a relative who is not there.',
      'Rules: Article 64 of Legislative Decree 82/2005 and Prime Ministerial Decree of 24 October 2014.',
    ),
  },
  keywords: {
    it: ['spid', 'spid scaduto', 'fare lo spid', 'identità digitale', 'password dimenticata', 'non riesco a entrare', 'cambiato telefono', 'codice sms', 'entrare con cie', 'cieid', 'sito inps', 'posteid'],
    en: ['spid', 'spid expired', 'digital identity', 'forgotten password', 'cannot sign in', 'new phone', 'cie', 'inps'],
  },
  lifeEvents: ['documenti-e-identita-digitale'],
  popularity: 94,
  notAFiling: false,
  channels: [
    {
      channel: 'desk',
      durationMinutes: 45,
      needs: [digitalOperators],
      places: ['sede-unione', 'municipio-mombercelli', 'municipio-vinchio', 'municipio-azzano-d-asti'],
      questions: [ownDevice],
      texts: {
        documents: {
          it: "Porta documento d'identità, tessera sanitaria, telefono carico e, se la sai, la password della tua e-mail.",
          en: 'Bring your identity document, health card, charged phone and, if you know it, the password of your e-mail.',
        },
        before: ownSecrets,
        after: afterDesk,
      },
    },
    {
      channel: 'video',
      durationMinutes: 30,
      needs: [digitalOperators],
      questions: [ownDevice],
      texts: { before: ownSecrets, beforeVideo },
    },
  ],
};

const pagoPa: ServiceContent = {
  key: 'aiuto-pagopa-e-app-io',
  slug: 'aiuto-pagopa-e-app-io',
  office: 'amico-digitale',
  name: { it: 'Aiuto con pagoPA e app IO', en: 'Help with pagoPA and the IO app' },
  summary: {
    it: "Impara a pagare un avviso pagoPA e a usare l'app IO, con qualcuno accanto che ti spiega.",
    en: 'Learn to pay a pagoPA notice and to use the IO app, with someone beside you to explain.',
  },
  forWhom: {
    it: 'A tutti, soprattutto a chi è alle prime armi con pagamenti e app.',
    en: 'Everyone, especially those who are new to online payments and apps.',
  },
  how: {
    it: lines(
      'Porta il tuo avviso: ti mostriamo dove sono il codice e il riquadro QR, e come pagarlo nel modo che preferisci, online o di persona in banca, in tabaccheria o alle poste.',
      "Se vuoi, installiamo l'app IO sul tuo telefono e proviamo insieme a ricevere un messaggio e a leggere una scadenza.",
    ),
    en: lines(
      'Bring your notice: we show you where the code and the QR square are, and how to pay it in the way you prefer, online or in person at a bank, a tobacconist or a post office.',
      'If you like, we install the IO app on your phone and practise receiving a message and reading a due date.',
    ),
  },
  needed: {
    it: lines(
      "- l'avviso di pagamento;",
      "- il telefono o il tablet, se vuoi usare l'app;",
      '- lo SPID o la CIE con il PIN, per entrare in IO.',
    ),
    en: lines(
      '- the payment notice;',
      '- your phone or tablet, if you want to use the app;',
      '- your SPID, or your CIE with its PIN, to sign in to IO.',
    ),
  },
  result: {
    it: "Sai pagare un avviso senza aiuto e, se vuoi, hai l'app IO pronta sul telefono.",
    en: 'You can pay a notice on your own and, if you like, you have the IO app ready on your phone.',
  },
  times: {
    it: "Prenota qualche giorno prima della scadenza dell'avviso: l'appuntamento non la sposta.",
    en: 'Book a few days before the notice is due: the appointment does not move the date.',
  },
  cost: {
    it: "L'aiuto è gratuito. Chi riceve il pagamento può applicare una commissione: la vedi prima di confermare.",
    en: 'Our help is free. Whoever takes the payment may charge a commission: you see it before you confirm.',
  },
  terms: {
    it: "Paghi sempre tu, con i tuoi mezzi: l'operatore non tocca denaro, carte o codici. Se l'importo non ti convince, parlane prima con il Punto risposte.",
    en: 'You always pay yourself, by your own means: the operator does not handle money, cards or codes. If the amount looks wrong, talk to the Answer Point first.',
  },
  keywords: {
    it: ['pagopa', 'app io', 'pagare online', 'avviso di pagamento', 'qr code', 'bollettino', 'pagare la tari', 'mensa scolastica', 'multa', 'pagare con il telefono', 'codice avviso'],
    en: ['pagopa', 'io app', 'pay online', 'payment notice', 'qr code', 'pay by phone', 'school meals', 'fine'],
  },
  lifeEvents: ['pagare-tasse-e-tributi', 'documenti-e-identita-digitale'],
  popularity: 68,
  notAFiling: false,
  channels: [
    {
      channel: 'desk',
      durationMinutes: 30,
      needs: [digitalOperators],
      places: ['sede-unione', 'municipio-mombercelli', 'municipio-vinchio', 'municipio-azzano-d-asti'],
      texts: {
        documents: {
          it: "Porta l'avviso e il telefono carico.",
          en: 'Bring the notice and your charged phone.',
        },
        before: ownSecrets,
        after: afterDesk,
      },
    },
    {
      channel: 'video',
      durationMinutes: 30,
      needs: [digitalOperators],
      texts: { before: ownSecrets, beforeVideo },
    },
    {
      channel: 'phone',
      durationMinutes: 20,
      moveCutoffMinutes: 240,
      cancelCutoffMinutes: 60,
      needs: [digitalOperators],
      texts: { before: ownSecrets, after: afterPhone },
    },
  ],
};

const prenotazioniSanitarie: ServiceContent = {
  key: 'prenotazioni-sanitarie-online',
  slug: 'prenotazioni-sanitarie-online',
  office: 'amico-digitale',
  name: { it: 'Aiuto con le prenotazioni sanitarie online', en: 'Help with booking health visits online' },
  summary: {
    it: 'Hai la ricetta e devi prenotare una visita o un esame? Ti aiutiamo a farlo dai servizi online della Regione.',
    en: "You have a prescription and need to book a visit or a test? We help you do it through the Region's online services.",
  },
  forWhom: {
    it: 'A chi deve prenotare, spostare o disdire visite ed esami con il servizio sanitario, per sé o per una persona di cui si prende cura.',
    en: 'Anyone who has to book, move or cancel visits and tests with the health service, for themselves or for someone they care for.',
  },
  how: {
    it: lines(
      "Prenota l'appuntamento e tieni vicino la ricetta. Usiamo insieme il servizio online della Regione Piemonte: cerchiamo i posti liberi e scegli tu quale prenotare.",
      'Possiamo mostrarti anche come vedere ricette e referti nel fascicolo sanitario e come delegare un familiare.',
    ),
    en: lines(
      'Book the appointment and keep the prescription at hand. Together we use the online service of the Piedmont Region: we look for free places and you choose which one to book.',
      'We can also show you how to see prescriptions and reports in your health record and how to authorise a relative.',
    ),
  },
  needed: {
    it: lines(
      '- la ricetta del medico, anche nel messaggio sul telefono, con il suo numero;',
      '- la tessera sanitaria;',
      '- lo SPID o la CIE con il PIN, se li hai: per alcune funzioni sono necessari;',
      '- i giorni in cui puoi andare e chi può accompagnarti.',
    ),
    en: lines(
      "- the doctor's prescription, also as a message on your phone, with its number;",
      '- your health card;',
      '- your SPID, or your CIE with its PIN, if you have them: some functions require them;',
      '- the days on which you can go and who can take you.',
    ),
  },
  result: {
    it: "La visita prenotata con il suo promemoria, se c'è posto; altrimenti ti spieghiamo come riprovare e a chi chiedere.",
    en: 'The visit booked, with its reminder, if there is a place; otherwise we explain how to try again and whom to ask.',
  },
  times: {
    it: 'I tempi della visita dipendono dalla priorità scritta sulla ricetta e dai posti delle strutture sanitarie.',
    en: 'How soon the visit is depends on the priority on the prescription and on the places the health facilities have.',
  },
  cost: {
    it: "L'aiuto è gratuito. Per la visita può esserci il ticket.",
    en: 'Our help is free. A co-payment (ticket) may be due for the visit.',
  },
  terms: {
    it: 'Non siamo medici e non diamo consigli sanitari. Non conserviamo ricette né referti. Se stai male non prenotare: chiama il tuo medico o, in emergenza, il 112.',
    en: 'We are not doctors and give no medical advice. We keep neither prescriptions nor reports. If you are unwell do not book: call your doctor or, in an emergency, 112.',
  },
  keywords: {
    it: ['prenotare una visita', 'prenotare esami', 'cup', 'ricetta', 'impegnativa', 'ricetta elettronica', 'disdire una visita', 'fascicolo sanitario', 'referto', 'cambiare medico', 'salute piemonte', 'ticket', 'esame del sangue'],
    en: ['book a medical visit', 'book a test', 'prescription', 'cancel a visit', 'health record', 'medical report', 'change doctor', 'blood test'],
  },
  lifeEvents: ['salute-e-assistenza'],
  popularity: 86,
  notAFiling: false,
  channels: [
    {
      channel: 'desk',
      durationMinutes: 30,
      needs: [digitalOperators],
      places: ['sede-unione', 'municipio-mombercelli', 'municipio-vinchio', 'municipio-azzano-d-asti'],
      texts: {
        documents: {
          it: 'Porta ricetta, tessera sanitaria e telefono.',
          en: 'Bring prescription, health card and phone.',
        },
        before: ownSecrets,
        after: afterDesk,
      },
    },
    {
      channel: 'phone',
      durationMinutes: 30,
      moveCutoffMinutes: 240,
      cancelCutoffMinutes: 60,
      needs: [digitalOperators],
      texts: { after: afterPhone },
    },
    {
      channel: 'video',
      durationMinutes: 30,
      needs: [digitalOperators],
      texts: { before: ownSecrets, beforeVideo },
    },
  ],
};

const aDomicilio: ServiceContent = {
  key: 'aiuto-digitale-a-domicilio',
  slug: 'aiuto-digitale-a-domicilio',
  office: 'amico-digitale',
  name: { it: 'Aiuto digitale a domicilio', en: 'Digital help at home' },
  summary: {
    it: "Fai fatica a muoverti? L'Amico digitale viene a casa tua, in bicicletta elettrica, e ti aiuta con telefono e servizi online.",
    en: 'Is it hard for you to get about? The Digital Friend comes to your home by electric bike and helps with phone and online services.',
  },
  forWhom: {
    it: "A chi ha bisogno di aiuto a casa, in uno dei comuni dell'Unione. È pensato soprattutto per persone anziane, con disabilità o senza un mezzo per spostarsi.",
    en: 'Anyone who needs help at home, in one of the municipalities of the Union. It is meant above all for older people, people with disabilities or people with no means of transport.',
  },
  how: {
    it: lines(
      "Scegli il giorno e l'ora e lascia l'indirizzo e un numero di telefono. L'operatore arriva con il tesserino dell'Unione e conosce il codice del tuo appuntamento.",
      "In un'ora potete, per esempio:",
      '- chiedere o rimettere in funzione lo SPID;',
      '- pagare un avviso pagoPA;',
      '- prenotare una visita;',
      '- imparare a fare una videochiamata.',
      'Se il tempo è molto brutto può chiamarti per spostare la visita.',
    ),
    en: lines(
      'Choose day and time and leave your address and a phone number. The operator comes with a Union badge and knows the code of your appointment.',
      'In an hour you can, for instance:',
      '- request SPID or get it working again;',
      '- pay a pagoPA notice;',
      '- book a medical visit;',
      '- learn to make a video call.',
      'If the weather is very bad, the operator may call you to move the visit.',
    ),
  },
  needed: {
    it: lines(
      '- il telefono, il tablet o il computer che usi, carico;',
      "- i documenti per quello che vuoi fare: carta d'identità, tessera sanitaria, avvisi, ricette;",
      '- se lo desideri, una persona di fiducia accanto a te.',
    ),
    en: lines(
      '- the phone, tablet or computer you use, charged;',
      '- the documents for what you want to do: identity card, health card, notices, prescriptions;',
      '- if you wish, someone you trust beside you.',
    ),
  },
  result: {
    it: 'Quello che ti serviva, fatto insieme, e un foglio con i passaggi per rifarlo senza aiuto.',
    en: 'What you needed, done together, and a sheet with the steps to do it again on your own.',
  },
  times: {
    it: "Prenota almeno un giorno prima. La visita dura circa un'ora. Se il tuo problema non si risolve in una volta, ne fissiamo un'altra.",
    en: 'Book at least a day ahead. The visit lasts about an hour. If your problem takes more than one visit, we arrange another.',
  },
  cost: {
    it: "La visita è gratuita. L'operatore non chiede mai denaro.",
    en: 'The visit is free. The operator never asks for money.',
  },
  terms: {
    it: lines(
      "L'operatore non ripara apparecchi, non vende nulla, non maneggia denaro e non chiede password o PIN. In casa deve esserci una persona maggiorenne.",
      'Se hai un dubbio su chi suona, non aprire e chiama lo 0141 000 015.',
    ),
    en: lines(
      'The operator does not repair devices, sells nothing, handles no money and does not ask for passwords or PINs. An adult must be at home.',
      'If you are not sure who is ringing, do not open and call 0141 000 015.',
    ),
  },
  keywords: {
    it: ['a domicilio', 'a casa', 'non posso muovermi', 'anziani', 'disabili', 'imparare a usare il telefono', 'smartphone', 'whatsapp', 'videochiamata', 'amico digitale', 'bicicletta', 'aiuto col computer', 'facilitazione digitale'],
    en: ['home visit', 'at home', 'cannot get out', 'elderly', 'disability', 'learn to use my phone', 'smartphone', 'video call', 'digital help', 'computer help'],
  },
  lifeEvents: ['salute-e-assistenza', 'documenti-e-identita-digitale'],
  popularity: 66,
  notAFiling: false,
  channels: [
    {
      channel: 'home',
      durationMinutes: 60,
      stepMinutes: 30,
      bufferBeforeMinutes: 15,
      bufferAfterMinutes: 15,
      noticeMinutes: 1440,
      horizonDays: 45,
      cancelCutoffMinutes: 720,
      releaseDelayMinutes: 15,
      limitFuture: 2,
      needs: [digitalOperators, bikes],
      questions: [
        {
          key: 'goal',
          kind: 'long_text',
          label: { it: 'Che cosa vorresti fare o imparare?', en: 'What would you like to do or learn?' },
          help: {
            it: 'Bastano poche parole. Non scrivere password, PIN o notizie sulla tua salute.',
            en: 'A few words are enough. Do not write passwords, PINs or anything about your health.',
          },
          required: true,
        },
        ownDevice,
        {
          key: 'internet-at-home',
          kind: 'yes_no',
          label: { it: "In casa c'è internet, o il telefono prende bene?", en: 'Is there internet at home, or a good phone signal?' },
          required: true,
        },
      ],
      texts: {
        documents: {
          it: 'Prepara il telefono carico e i documenti per quello che vuoi fare.',
          en: 'Have your phone charged and the documents for what you want to do.',
        },
        before: {
          it: 'Ho capito che durante la visita ci sarà in casa una persona maggiorenne e che password, PIN e codici li digito io.',
          en: 'I understand that an adult will be at home during the visit and that I type passwords, PINs and codes myself.',
        },
        after: {
          it: "L'operatore arriva all'ora fissata, con il tesserino dell'Unione, e conosce il codice del tuo appuntamento. Lascia libero il telefono: può chiamarti se non trova la casa.",
          en: 'The operator comes at the agreed time, with a Union badge, and knows the code of your appointment. Keep your phone free: they may call if they cannot find the house.',
        },
        closing: {
          it: "Grazie per averci aperto la porta. Se vuoi continuare a imparare, prenota un'altra visita o vieni allo sportello più vicino.",
          en: 'Thank you for having us. If you want to go on learning, book another visit or come to the nearest desk.',
        },
      },
    },
  ],
};

export const digitalServices: readonly ServiceContent[] = [spid, pagoPa, prenotazioniSanitarie, aDomicilio];
