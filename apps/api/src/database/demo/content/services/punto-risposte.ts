import { lines } from '../lines.ts';
import type { CalendarKey, QuestionContent, ServiceContent } from '../shape.ts';
import { afterDesk, afterPhone, beforeVideo } from '../standard-texts.ts';

const answerOperators: readonly CalendarKey[] = ['punto-risposte-1', 'punto-risposte-2'];

const chiedi: ServiceContent = {
  key: 'chiedi-al-punto-risposte',
  slug: 'chiedi-al-punto-risposte',
  office: 'punto-risposte',
  name: { it: 'Non sai a chi rivolgerti?', en: 'Not sure whom to ask?' },
  summary: {
    it: "Hai un dubbio o una lettera che non capisci? Parlane con noi: rispondiamo o ti accompagniamo all'ufficio giusto.",
    en: 'Do you have a question, or a letter you do not understand? Talk to us: we answer or take you to the right office.',
  },
  forWhom: {
    it: "A tutti: chi abita, lavora o ha casa in uno dei comuni dell'Unione.",
    en: 'Everyone who lives, works or has a home in one of the municipalities of the Union.',
  },
  how: {
    it: lines(
      'Prenota e racconta la tua domanda con parole tue: non serve sapere il nome della pratica.',
      "Se possiamo, rispondiamo subito. Altrimenti ti fissiamo un appuntamento con l'ufficio giusto, così non devi spiegare tutto da capo.",
    ),
    en: lines(
      'Book and tell us your question in your own words: you need not know the name of the procedure.',
      'If we can, we answer at once. Otherwise we arrange an appointment with the right office, so that you need not explain everything again.',
    ),
  },
  needed: {
    it: 'Solo la tua domanda. Se hai ricevuto una lettera o un avviso, tienilo a portata di mano.',
    en: 'Only your question. If you have received a letter or a notice, keep it at hand.',
  },
  result: {
    it: "Una risposta, oppure il nome dell'ufficio giusto e un appuntamento già fissato.",
    en: 'An answer, or the name of the right office and an appointment already made.',
  },
  times: {
    it: "Di solito c'è posto in pochi giorni.",
    en: 'There is usually a place within a few days.',
  },
  cost: {
    it: "L'appuntamento è gratuito.",
    en: 'The appointment is free.',
  },
  terms: {
    it: 'Diamo informazioni su uffici e servizi pubblici. Non sostituiamo avvocati, commercialisti, patronati o medici. Per le emergenze chiama il 112.',
    en: 'We give information on public offices and services. We do not replace lawyers, accountants, advice centres or doctors. In an emergency call 112.',
  },
  keywords: {
    it: ['aiuto', 'informazioni', 'non so a chi chiedere', 'ho ricevuto una lettera', 'raccomandata', 'urp', 'domanda', 'a chi mi rivolgo', 'parlare con qualcuno', 'orari', 'modulo'],
    en: ['help', 'information', 'whom to ask', 'letter', 'question', 'talk to someone', 'opening hours', 'form'],
  },
  lifeEvents: ['documenti-e-identita-digitale', 'trasferirsi', 'pagare-tasse-e-tributi', 'salute-e-assistenza'],
  popularity: 88,
  notAFiling: false,
  channels: [
    {
      channel: 'phone',
      durationMinutes: 15,
      grid: 'pack',
      noticeMinutes: 60,
      moveCutoffMinutes: 120,
      cancelCutoffMinutes: 30,
      needs: [answerOperators],
      texts: { after: afterPhone },
    },
    {
      channel: 'video',
      durationMinutes: 20,
      noticeMinutes: 60,
      moveCutoffMinutes: 120,
      cancelCutoffMinutes: 30,
      needs: [answerOperators],
      texts: { beforeVideo },
    },
    {
      channel: 'desk',
      durationMinutes: 20,
      needs: [answerOperators],
      places: [
        'sede-unione',
        'municipio-mombercelli',
        'municipio-agliano-terme',
        'municipio-rocca-d-arazzo',
        'municipio-san-marzano-oliveto',
        'municipio-vinchio',
        'municipio-azzano-d-asti',
      ],
      texts: {
        documents: {
          it: "Porta la lettera o l'avviso di cui vuoi parlare, se ne hai ricevuto uno.",
          en: 'Bring the letter or notice you want to talk about, if you received one.',
        },
        after: afterDesk,
      },
    },
  ],
};

const certificati: ServiceContent = {
  key: 'certificati-anagrafici',
  slug: 'certificati-anagrafici',
  office: 'punto-risposte',
  name: { it: 'Certificati anagrafici', en: 'Civil registry certificates' },
  summary: {
    it: 'Residenza, stato di famiglia, nascita: scopri se il certificato ti serve davvero e ottienilo, anche online, con il nostro aiuto.',
    en: 'Residence, family status, birth: find out whether you really need the certificate and get it, online too, with our help.',
  },
  forWhom: {
    it: "A chi è iscritto all'anagrafe di un comune italiano e ha bisogno di un certificato per sé o per la propria famiglia.",
    en: 'Anyone registered with an Italian municipality who needs a certificate for themselves or their family.',
  },
  how: {
    it: lines(
      "Spesso il certificato non serve: con gli uffici pubblici e con chi gestisce servizi pubblici basta l'autocertificazione, che vale anche con banche e altri privati.",
      'Se serve, ci sono due strade:',
      "- online, su ANPR, l'anagrafe nazionale: entri con lo SPID o con la carta d'identità elettronica (CIE) e lo scarichi;",
      "- con noi: se hai l'identità digitale lo scarichiamo insieme, altrimenti prepariamo la richiesta per l'anagrafe del tuo comune.",
    ),
    en: lines(
      'Often no certificate is needed: with public offices and public service providers a self-declaration is enough, and it is valid with banks and other private parties too.',
      'If you do need one, there are two ways:',
      '- online, on ANPR, the national registry: sign in with SPID or with your electronic identity card (CIE) and download it;',
      '- with us: if you have a digital identity we download it together, otherwise we prepare the request for the registry of your municipality.',
    ),
  },
  needed: {
    it: lines(
      "- un documento d'identità;",
      '- lo SPID o la CIE con il PIN, se li hai;',
      '- sapere a chi va consegnato il certificato: da questo dipende il bollo.',
    ),
    en: lines(
      '- an identity document;',
      '- your SPID, or your CIE with its PIN, if you have them;',
      '- who the certificate is for: stamp duty depends on it.',
    ),
  },
  result: {
    it: "Il certificato scaricato, il modulo di autocertificazione compilato o la richiesta pronta per l'anagrafe.",
    en: 'The certificate downloaded, the self-declaration filled in, or the request ready for the registry.',
  },
  times: {
    it: 'Online il certificato è immediato. I certificati storici, che vanno cercati in archivio, richiedono più tempo.',
    en: 'Online the certificate comes at once. Historical certificates, which must be searched for in the archive, take longer.',
  },
  cost: {
    it: "L'appuntamento è gratuito e l'autocertificazione non costa nulla. I certificati anagrafici hanno l'imposta di bollo di 16 €, salvo gli usi che la legge esenta.",
    en: 'The appointment and the self-declaration are free. Registry certificates carry a stamp duty of €16, except for the uses that the law exempts.',
  },
  terms: {
    it: lines(
      "Gli uffici pubblici non possono chiederti certificati: devono accettare l'autocertificazione.",
      'Regole: articoli 40 e 46 del DPR 445/2000 e DPR 223/1989.',
    ),
    en: lines(
      'Public offices may not ask you for certificates: they must accept a self-declaration.',
      'Rules: Articles 40 and 46 of Presidential Decree 445/2000 and Presidential Decree 223/1989.',
    ),
  },
  keywords: {
    it: ['certificato di residenza', 'stato di famiglia', 'certificato di nascita', 'certificato di matrimonio', 'esistenza in vita', 'cittadinanza', 'stato libero', 'certificato storico', 'anagrafe', 'anpr', 'autocertificazione', 'marca da bollo'],
    en: ['residence certificate', 'family status', 'birth certificate', 'marriage certificate', 'proof of life', 'registry', 'anpr', 'self-declaration', 'stamp duty'],
  },
  lifeEvents: ['documenti-e-identita-digitale', 'trasferirsi', 'comprare-vendere-ereditare'],
  popularity: 84,
  notAFiling: false,
  channels: [
    {
      channel: 'phone',
      durationMinutes: 15,
      grid: 'pack',
      noticeMinutes: 60,
      moveCutoffMinutes: 120,
      cancelCutoffMinutes: 30,
      needs: [answerOperators],
      texts: { after: afterPhone },
    },
    {
      channel: 'video',
      durationMinutes: 20,
      needs: [answerOperators],
      texts: { beforeVideo },
    },
    {
      channel: 'desk',
      durationMinutes: 20,
      needs: [answerOperators],
      places: [
        'sede-unione',
        'municipio-mombercelli',
        'municipio-agliano-terme',
        'municipio-rocca-d-arazzo',
        'municipio-san-marzano-oliveto',
        'municipio-vinchio',
        'municipio-azzano-d-asti',
      ],
      texts: {
        documents: {
          it: "Porta un documento d'identità e il telefono con cui usi lo SPID, oppure la CIE con il PIN. Password e PIN li digiti tu.",
          en: 'Bring an identity document and the phone you use for SPID, or your CIE with its PIN. You type passwords and PINs yourself.',
        },
        after: afterDesk,
      },
    },
  ],
};

const movingDate: QuestionContent = {
  key: 'moving-date',
  kind: 'date',
  label: { it: 'Da quando abiti, o abiterai, nella nuova casa?', en: 'Since when do you live, or from when will you live, in the new home?' },
  required: true,
};

const comingFrom: QuestionContent = {
  key: 'coming-from',
  kind: 'choice',
  label: { it: 'Da dove arrivi?', en: 'Where are you coming from?' },
  required: true,
  choices: [
    { value: 'same-municipality', label: { it: 'Dallo stesso comune', en: 'The same municipality' } },
    { value: 'other-municipality', label: { it: 'Da un altro comune italiano', en: 'Another Italian municipality' } },
    { value: 'abroad', label: { it: "Dall'estero", en: 'Abroad' } },
  ],
};

const householdSize: QuestionContent = {
  key: 'household-size',
  kind: 'short_text',
  label: { it: 'Quante persone cambiano casa?', en: 'How many people are moving?' },
  required: false,
};

const residenza: ServiceContent = {
  key: 'cambio-di-residenza',
  slug: 'cambio-di-residenza',
  office: 'punto-risposte',
  name: { it: 'Cambio di residenza', en: 'Change of residence' },
  summary: {
    it: "Hai cambiato casa? Prepara con noi la dichiarazione di residenza e scopri che cos'altro devi aggiornare.",
    en: 'Have you moved home? Prepare your declaration of residence with us, and find out what else you have to update.',
  },
  forWhom: {
    it: "A chi viene ad abitare in uno dei comuni dell'Unione, o cambia indirizzo nello stesso comune.",
    en: 'Anyone who comes to live in one of the municipalities of the Union, or changes address within the same municipality.',
  },
  how: {
    it: lines(
      "La dichiarazione si presenta all'anagrafe del comune dove vai ad abitare. Puoi farlo:",
      "- online, su ANPR, l'anagrafe nazionale, con lo SPID o con la carta d'identità elettronica (CIE);",
      '- con il modulo, consegnato di persona al comune o inviato per posta o e-mail.',
      'In appuntamento la compiliamo insieme, per te e per chi viene con te, e controlliamo che non manchi niente.',
    ),
    en: lines(
      'The declaration goes to the registry of the municipality you move to. You can make it:',
      '- online, on ANPR, the national registry, with SPID or with your electronic identity card (CIE);',
      '- with the form, handed in at the town hall or sent by post or e-mail.',
      'In the appointment we fill it in together, for you and those who move with you, and check that nothing is missing.',
    ),
  },
  needed: {
    it: lines(
      "- documento d'identità e codice fiscale di tutte le persone che cambiano casa;",
      '- il titolo per abitarci: atto di proprietà, contratto registrato o dichiarazione del proprietario;',
      '- la firma di tutti i maggiorenni;',
      '- targhe dei veicoli e numeri delle patenti, se ne avete;',
      '- per chi non è cittadino italiano, i documenti di soggiorno: dipendono dal Paese, te li indichiamo noi.',
    ),
    en: lines(
      '- identity document and tax code of everyone who is moving;',
      '- your right to live there: deed of ownership, registered lease or statement by the owner;',
      '- the signature of every adult;',
      '- vehicle plates and driving licence numbers, if any;',
      '- for those who are not Italian citizens, residence documents: they depend on the country, we tell you which.',
    ),
  },
  result: {
    it: "La dichiarazione completa, pronta da inviare all'anagrafe o già inviata insieme da ANPR.",
    en: 'The complete declaration, ready for the registry or already sent together through ANPR.',
  },
  times: {
    it: lines(
      'Hai 20 giorni di tempo da quando ti trasferisci.',
      'Il comune registra la nuova residenza entro due giorni lavorativi, e vale dal giorno della dichiarazione. Entro 45 giorni dalla dichiarazione può controllare che tu abiti davvero lì: se non ti comunica problemi, la residenza è confermata.',
    ),
    en: lines(
      'You have 20 days from the day you move.',
      'The municipality records the new residence within two working days, and it counts from the day of the declaration. Within 45 days of the declaration it may check that you really live there: if it reports no problem, your residence is confirmed.',
    ),
  },
  cost: {
    it: "L'appuntamento e il cambio di residenza sono gratuiti.",
    en: 'The appointment and the change of residence are free.',
  },
  terms: {
    it: lines(
      "L'appuntamento non sostituisce la dichiarazione: i 20 giorni continuano a correre. Se la scadenza è vicina, dillo quando prenoti.",
      'La residenza non aggiorna da sola la tassa rifiuti: ti diciamo come fare.',
      'Regole: articolo 13 del DPR 223/1989 e articolo 5 del decreto-legge 5/2012.',
    ),
    en: lines(
      'The appointment does not replace the declaration: the 20 days keep running. If the deadline is near, say so when you book.',
      'The change of residence does not update the waste tax by itself: we tell you what to do.',
      'Rules: Article 13 of Presidential Decree 223/1989 and Article 5 of Decree-Law 5/2012.',
    ),
  },
  keywords: {
    it: ['residenza', 'cambiare casa', 'trasloco', 'nuovo indirizzo', 'cambio indirizzo', 'venire ad abitare', 'trasferirsi', 'coinquilino', 'badante', 'andare a vivere con', 'iscrizione anagrafica', 'medico di base'],
    en: ['residence', 'moving home', 'new address', 'register', 'live together', 'carer', 'come from abroad'],
  },
  lifeEvents: ['trasferirsi'],
  popularity: 78,
  notAFiling: true,
  channels: [
    {
      channel: 'video',
      durationMinutes: 30,
      needs: [answerOperators],
      questions: [comingFrom, movingDate, householdSize],
      texts: { beforeVideo },
    },
    {
      channel: 'phone',
      durationMinutes: 20,
      moveCutoffMinutes: 240,
      cancelCutoffMinutes: 60,
      needs: [answerOperators],
      questions: [comingFrom],
      texts: { after: afterPhone },
    },
    {
      channel: 'desk',
      durationMinutes: 45,
      needs: [answerOperators],
      places: [
        'sede-unione',
        'municipio-mombercelli',
        'municipio-agliano-terme',
        'municipio-rocca-d-arazzo',
        'municipio-san-marzano-oliveto',
        'municipio-vinchio',
        'municipio-azzano-d-asti',
      ],
      questions: [comingFrom, movingDate, householdSize],
      texts: {
        documents: {
          it: "Porta i documenti d'identità e i codici fiscali di tutti, e il contratto o l'atto della casa. Chi è maggiorenne deve firmare.",
          en: "Bring everyone's identity documents and tax codes, and the lease or deed of the home. Every adult has to sign.",
        },
        after: afterDesk,
      },
    },
  ],
};

const cartaIdentita: ServiceContent = {
  key: 'carta-identita-elettronica',
  slug: 'carta-identita-elettronica',
  office: 'punto-risposte',
  name: { it: "Carta d'identità elettronica: informazioni", en: 'Electronic identity card: information' },
  summary: {
    it: "Scadenza, costi, foto, minori, PIN: arriva all'anagrafe con tutto pronto per la tua carta d'identità elettronica (CIE).",
    en: 'Expiry, cost, photo, children, PIN: go to the registry with everything ready for your electronic identity card (CIE).',
  },
  forWhom: {
    it: "A chi abita in uno dei comuni dell'Unione e deve fare, rinnovare o usare la carta d'identità, anche per i figli.",
    en: 'Residents of the municipalities of the Union who have to get, renew or use an identity card, for their children too.',
  },
  how: {
    it: lines(
      "La carta la rilascia l'anagrafe del tuo comune, di persona: servono le impronte e la firma. Qui ti spieghiamo come prepararti e come prendere appuntamento.",
      'Ti aiutiamo anche dopo, per trovare o recuperare PIN e PUK e per usare la carta con il telefono.',
      'Se una persona non può muoversi da casa, dillo: ti spieghiamo come il comune può raccogliere la domanda.',
    ),
    en: lines(
      'The card is issued by the registry of your municipality, in person: fingerprints and signature are needed. Here we explain how to prepare and how to get an appointment.',
      'We also help you afterwards, to find or recover PIN and PUK and to use the card with your phone.',
      'If someone cannot leave home, tell us: we explain how the municipality can take the application.',
    ),
  },
  needed: {
    it: lines(
      "Per l'appuntamento con noi non serve niente. Per l'anagrafe, di norma:",
      '- una fototessera recente;',
      '- la tessera sanitaria;',
      "- la carta vecchia, o la denuncia se l'hai persa o te l'hanno rubata;",
      "- per i minori, la presenza del minore e l'assenso dei genitori per l'estero.",
    ),
    en: lines(
      'You need nothing for the appointment with us. For the registry, as a rule:',
      '- a recent passport-style photo;',
      '- your health card;',
      '- the old card, or the police report if it was lost or stolen;',
      '- for children, the child must be there, and the parents must agree for travel abroad.',
    ),
  },
  result: {
    it: "L'elenco di quello che devi portare nel tuo caso e il modo per prendere appuntamento all'anagrafe.",
    en: 'The list of what to bring in your case and how to get an appointment at the registry.',
  },
  times: {
    it: lines(
      'La carta arriva a casa o in comune entro sei giorni lavorativi dalla richiesta.',
      "Dal 3 agosto 2026 le carte d'identità di carta non valgono più, anche se la data scritta sopra è successiva.",
      'La carta elettronica dura tre anni per i bambini sotto i 3 anni, cinque da 3 a 18 anni, dieci per gli adulti. Dai 70 anni in su può durare di più: chiedici.',
    ),
    en: lines(
      'The card reaches your home or the town hall within six working days of the request.',
      'Since 3 August 2026 paper identity cards are no longer valid, even if the date printed on them is later.',
      'The electronic card lasts three years for children under 3, five from 3 to 18, ten for adults. From the age of 70 it may last longer: ask us.',
    ),
  },
  cost: {
    it: "L'appuntamento è gratuito. La carta costa 16,79 € più i diritti del comune.",
    en: "The appointment is free. The card costs €16.79 plus the municipality's fees.",
  },
  terms: {
    it: lines(
      "In questo appuntamento la carta non viene rilasciata, e prenotarlo non sostituisce l'appuntamento all'anagrafe.",
      'Regole: regolamento (UE) 2019/1157 e articolo 3 del regio decreto 773/1931.',
    ),
    en: lines(
      'The card is not issued at this appointment, and booking it does not replace the appointment at the registry.',
      'Rules: Regulation (EU) 2019/1157 and Article 3 of Royal Decree 773/1931.',
    ),
  },
  keywords: {
    it: ["carta d'identità", 'cie', 'carta scaduta', 'carta di carta', 'documento scaduto', 'rinnovo', 'carta persa', 'carta rubata', 'carta per mio figlio', 'pin della carta', 'puk', 'fototessera', 'espatrio'],
    en: ['identity card', 'cie', 'expired card', 'renew', 'lost card', 'stolen card', 'child card', 'pin', 'puk', 'travel document'],
  },
  lifeEvents: ['documenti-e-identita-digitale'],
  popularity: 92,
  notAFiling: true,
  channels: [
    {
      channel: 'phone',
      durationMinutes: 15,
      grid: 'pack',
      noticeMinutes: 60,
      moveCutoffMinutes: 120,
      cancelCutoffMinutes: 30,
      needs: [answerOperators],
      texts: { after: afterPhone },
    },
    {
      channel: 'video',
      durationMinutes: 20,
      needs: [answerOperators],
      texts: { beforeVideo },
    },
    {
      channel: 'desk',
      durationMinutes: 20,
      needs: [answerOperators],
      places: [
        'sede-unione',
        'municipio-mombercelli',
        'municipio-agliano-terme',
        'municipio-rocca-d-arazzo',
        'municipio-san-marzano-oliveto',
        'municipio-vinchio',
        'municipio-azzano-d-asti',
      ],
      texts: {
        documents: {
          it: 'Porta la carta che hai adesso e, per il PIN, il foglio che ti hanno dato con la carta elettronica.',
          en: 'Bring the card you have now and, for the PIN, the sheet you were given with the electronic card.',
        },
        after: afterDesk,
      },
    },
  ],
};

const taxTopic: QuestionContent = {
  key: 'tax-topic',
  kind: 'choice',
  label: { it: 'Di che cosa vuoi parlare?', en: 'What would you like to talk about?' },
  required: true,
  choices: [
    { value: 'waste-tax', label: { it: 'TARI, la tassa rifiuti', en: 'TARI, the waste tax' } },
    { value: 'property-tax', label: { it: 'IMU, sulla casa o sui terreni', en: 'IMU, on houses or land' } },
    { value: 'notice', label: { it: 'Un avviso o un sollecito ricevuto', en: 'A notice or reminder I received' } },
    { value: 'other', label: { it: 'Altro', en: 'Something else' } },
  ],
};

const holderTaxCode: QuestionContent = {
  key: 'holder-tax-code',
  kind: 'tax_code',
  label: { it: "Codice fiscale della persona a cui è intestato l'avviso", en: 'Tax code of the person named on the notice' },
  help: {
    it: "Solo se non sei tu. Ci serve per trovare la posizione prima dell'appuntamento.",
    en: 'Only if it is not you. We need it to find the record before the appointment.',
  },
  required: false,
};

const tributi: ServiceContent = {
  key: 'tributi-locali',
  slug: 'tributi-locali',
  office: 'punto-risposte',
  name: { it: 'TARI, IMU e altri tributi', en: 'TARI, IMU and other local taxes' },
  summary: {
    it: "Una bolletta dei rifiuti che non torna, l'IMU da capire, un avviso da pagare: guardiamola insieme, una voce alla volta.",
    en: 'A waste bill that looks wrong, IMU to make sense of, a notice to pay: let us look at it together, item by item.',
  },
  forWhom: {
    it: "A chi paga tributi in uno dei comuni dell'Unione: residenti, proprietari di seconde case, imprese.",
    en: 'Anyone who pays taxes in one of the municipalities of the Union: residents, owners of second homes, businesses.',
  },
  how: {
    it: lines(
      "Prenota l'appuntamento e tieni vicino l'avviso. Ti spieghiamo da dove viene l'importo, come e quando pagarlo, e che cosa fare se c'è un errore.",
      "Se serve una correzione, prepariamo con te la richiesta per l'ufficio tributi del tuo comune, che è quello che decide.",
    ),
    en: lines(
      'Book the appointment and keep the notice at hand. We explain where the amount comes from, how and when to pay it, and what to do if there is a mistake.',
      'If something must be corrected, we prepare with you the request to the tax office of your municipality, which is the one that decides.',
    ),
  },
  needed: {
    it: lines(
      "- l'avviso, la bolletta o la lettera che hai ricevuto;",
      '- le ricevute di quello che hai già pagato;',
      '- i dati della casa o del terreno, se li hai;',
      "- la delega, se vieni per un'altra persona.",
    ),
    en: lines(
      '- the notice, bill or letter you received;',
      '- the receipts of what you have already paid;',
      '- the data of the house or land, if you have them;',
      '- a written authorisation, if you come for someone else.',
    ),
  },
  result: {
    it: 'Una spiegazione chiara e, se serve, la richiesta di correzione, riduzione o rimborso pronta da inviare.',
    en: 'A clear explanation and, if needed, a request for correction, reduction or refund ready to send.',
  },
  times: {
    it: lines(
      'IMU: di norma la prima rata scade il 16 giugno, il saldo il 16 dicembre.',
      "TARI: le scadenze le decide ogni comune e sono scritte sull'avviso.",
      "Se hai ricevuto un avviso con una scadenza, prenota subito: l'appuntamento non la sposta.",
    ),
    en: lines(
      'IMU: as a rule the first instalment is due on 16 June, the balance on 16 December.',
      'TARI: each municipality sets the due dates, which are printed on the notice.',
      'If you received a notice with a deadline, book at once: the appointment does not move it.',
    ),
  },
  cost: {
    it: "L'appuntamento è gratuito.",
    en: 'The appointment is free.',
  },
  terms: {
    it: "L'appuntamento non sospende pagamenti e ricorsi e non sostituisce dichiarazioni o richieste. Per la dichiarazione dei redditi rivolgiti a un CAF o a un commercialista.",
    en: 'The appointment does not suspend payments or appeals and does not replace declarations or requests. For income tax returns, turn to a CAF (tax assistance centre) or an accountant.',
  },
  keywords: {
    it: ['tari', 'imu', 'spazzatura', 'tassa rifiuti', 'bolletta rifiuti', 'f24', 'seconda casa', 'avviso di pagamento', 'sollecito', 'multa', 'rimborso', 'riduzione', 'cartella', 'compostaggio', 'tasse'],
    en: ['tari', 'imu', 'waste tax', 'rubbish bill', 'property tax', 'second home', 'payment notice', 'reminder', 'refund', 'reduction'],
  },
  lifeEvents: ['pagare-tasse-e-tributi', 'trasferirsi', 'comprare-vendere-ereditare'],
  popularity: 72,
  notAFiling: true,
  channels: [
    {
      channel: 'phone',
      durationMinutes: 20,
      moveCutoffMinutes: 240,
      cancelCutoffMinutes: 60,
      needs: [answerOperators],
      questions: [taxTopic, holderTaxCode],
      texts: { after: afterPhone },
    },
    {
      channel: 'video',
      durationMinutes: 30,
      needs: [answerOperators],
      questions: [taxTopic, holderTaxCode],
      texts: { beforeVideo },
    },
    {
      channel: 'desk',
      durationMinutes: 30,
      needs: [answerOperators],
      places: ['sede-unione', 'municipio-mombercelli', 'municipio-agliano-terme', 'municipio-rocca-d-arazzo', 'municipio-san-marzano-oliveto'],
      questions: [taxTopic, holderTaxCode],
      texts: {
        documents: {
          it: "Porta l'avviso, le ricevute e un documento d'identità.",
          en: 'Bring the notice, the receipts and an identity document.',
        },
        after: afterDesk,
      },
    },
  ],
};

export const answerServices: readonly ServiceContent[] = [chiedi, certificati, residenza, cartaIdentita, tributi];
