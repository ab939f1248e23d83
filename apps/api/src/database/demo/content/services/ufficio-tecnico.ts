import { lines } from '../lines.ts';
import { practiceNumber, propertyAddress } from '../questions.ts';
import type { CalendarKey, QuestionContent, ServiceContent } from '../shape.ts';
import { afterDesk, afterPhone, beforeVideo } from '../standard-texts.ts';

const technicalOperators: readonly CalendarKey[] = ['tecnico-1', 'tecnico-2'];

const roleInProperty: QuestionContent = {
  key: 'role-in-property',
  kind: 'choice',
  label: { it: 'Perché ti servono i documenti?', en: 'Why do you need the documents?' },
  required: true,
  choices: [
    { value: 'owner', label: { it: 'Sono proprietario o erede', en: 'I am an owner or an heir' } },
    { value: 'buyer', label: { it: 'Sto comprando', en: 'I am buying' } },
    { value: 'professional', label: { it: 'Sono un tecnico o un notaio incaricato', en: 'I am a technician or notary acting for someone' } },
    { value: 'neighbour', label: { it: 'Sono un vicino', en: 'I am a neighbour' } },
    { value: 'other', label: { it: 'Altro', en: 'Something else' } },
  ],
};

const accessoAgliAtti: ServiceContent = {
  key: 'accesso-agli-atti',
  slug: 'accesso-agli-atti',
  office: 'ufficio-tecnico',
  name: { it: 'Accesso agli atti', en: 'Access to official documents' },
  summary: {
    it: "Cerchi il progetto, la licenza o un'altra carta della tua casa? Ti aiutiamo a chiederla e poi a consultarla.",
    en: 'Looking for the plans, the licence or another paper of your home? We help you ask for it and then consult it.',
  },
  forWhom: {
    it: 'A chi ha un motivo personale e concreto per vedere un documento (la legge dice: un interesse diretto, concreto e attuale). Per esempio proprietari, eredi, acquirenti, vicini, e i tecnici incaricati da loro.',
    en: 'Anyone with a personal and concrete reason to see a document (the law says: a direct, concrete and current interest). For example owners, heirs, buyers, neighbours, and the technicians they appoint.',
  },
  how: {
    it: lines(
      'Prima la domanda scritta, poi la consultazione.',
      '- Se devi ancora fare la domanda, prenota un appuntamento telefonico o in video: vediamo che cosa cercare e come motivarla.',
      '- Se la domanda è stata accolta, prenota allo sportello: trovi il fascicolo pronto, lo guardi e chiedi le copie.',
      'Per le pratiche molto vecchie può volerci più tempo: bisogna cercarle in archivio.',
    ),
    en: lines(
      'First the written request, then the consultation.',
      '- If you still have to make the request, book a phone or video appointment: we see what to look for and how to give your reasons.',
      '- If your request has been accepted, book at the desk: the file is ready, you look at it and ask for copies.',
      'Very old files may take longer: they must be searched for in the archive.',
    ),
  },
  needed: {
    it: lines(
      "- un documento d'identità e, se vieni per un altro, la delega;",
      "- l'indirizzo o i dati catastali dell'immobile;",
      "- i nomi dei vecchi proprietari e l'anno dei lavori, se li sai;",
      '- il motivo per cui ti serve il documento.',
    ),
    en: lines(
      '- an identity document and, if you come for someone else, their written authorisation;',
      '- the address or the land-register data of the property;',
      '- the names of past owners and the year of the work, if you know them;',
      '- the reason why you need the document.',
    ),
  },
  result: {
    it: "La domanda preparata bene oppure, dopo l'accoglimento, la consultazione del fascicolo e le copie.",
    en: 'A well-prepared request or, once it is accepted, the consultation of the file and the copies.',
  },
  times: {
    it: lines(
      "L'ufficio risponde entro 30 giorni dalla domanda. Se non arriva nessuna risposta, la domanda si considera respinta e puoi fare ricorso o chiedere un riesame.",
      "Se il documento riguarda anche altre persone, l'ufficio le avvisa: hanno 10 giorni per opporsi.",
    ),
    en: lines(
      'The office answers within 30 days of the request. If no answer comes, the request counts as refused and you can appeal or ask for a review.',
      'If the document also concerns other people, the office informs them: they have 10 days to object.',
    ),
  },
  cost: {
    it: "L'appuntamento e la consultazione sono gratuiti. Per le copie paghi il costo di riproduzione e, se previsti, i diritti di ricerca. Le copie conformi richiedono la marca da bollo.",
    en: 'The appointment and the consultation are free. For copies you pay the cost of reproduction and, where they apply, search fees. Certified copies require a revenue stamp.',
  },
  terms: {
    it: lines(
      "L'appuntamento non sostituisce la domanda scritta e motivata.",
      'Regole: articoli da 22 a 28 della legge 241/1990 e DPR 184/2006.',
    ),
    en: lines(
      'The appointment does not replace the written request with its reasons.',
      'Rules: Articles 22 to 28 of Law 241/1990 and Presidential Decree 184/2006.',
    ),
  },
  keywords: {
    it: ['accesso atti', 'vecchio progetto', 'piantina di casa', 'planimetria', 'licenza edilizia', 'concessione', 'condono', 'archivio', 'copia della pratica', 'vendere casa', 'notaio', 'eredità', 'lavori del vicino', 'abuso edilizio'],
    en: ['access to documents', 'old plans', 'floor plan', 'building file', 'archive', 'copy of a file', 'sell a house', 'inheritance', 'neighbour works'],
  },
  lifeEvents: ['comprare-vendere-ereditare', 'costruire-o-ristrutturare-casa'],
  popularity: 80,
  notAFiling: true,
  channels: [
    {
      channel: 'video',
      personMayChoose: true,
      durationMinutes: 30,
      needs: [technicalOperators],
      questions: [propertyAddress, roleInProperty],
      texts: { beforeVideo },
    },
    {
      channel: 'phone',
      durationMinutes: 15,
      grid: 'pack',
      bufferAfterMinutes: 5,
      moveCutoffMinutes: 240,
      cancelCutoffMinutes: 60,
      needs: [technicalOperators],
      questions: [propertyAddress],
      texts: { after: afterPhone },
    },
    {
      channel: 'desk',
      durationMinutes: 45,
      noticeMinutes: 2880,
      needs: [technicalOperators],
      places: [
        'sede-unione',
        'municipio-mombercelli',
        'municipio-agliano-terme',
        'municipio-castelnuovo-calcea',
        'municipio-vigliano-d-asti',
      ],
      questions: [
        {
          key: 'request-accepted',
          kind: 'yes_no',
          label: { it: 'La tua domanda è già stata accolta?', en: 'Has your request already been accepted?' },
          required: true,
        },
        practiceNumber,
        propertyAddress,
      ],
      texts: {
        documents: {
          it: "Porta un documento d'identità, la risposta dell'ufficio e, se vieni per un altro, la delega con la copia del suo documento.",
          en: 'Bring an identity document, the answer from the office and, if you come for someone else, their authorisation with a copy of their document.',
        },
        before: {
          it: 'Ho capito che allo sportello posso consultare il fascicolo solo se la mia domanda è stata accolta.',
          en: 'I understand that I can consult the file at the desk only if my request has been accepted.',
        },
        after: afterDesk,
      },
    },
  ],
};

const landMap: QuestionContent = {
  key: 'land-map',
  kind: 'file',
  label: { it: 'Estratto di mappa o visura catastale', en: 'Map extract or land-register report' },
  help: {
    it: 'Se ce l’hai, anche in foto: ci aiuta a trovare il terreno prima di incontrarci.',
    en: 'If you have it, a photo will do: it helps us find the land before we meet.',
  },
  required: false,
};

const destinazioneUrbanistica: ServiceContent = {
  key: 'certificato-destinazione-urbanistica',
  slug: 'certificato-destinazione-urbanistica',
  office: 'ufficio-tecnico',
  name: { it: 'Certificato di destinazione urbanistica', en: 'Planning certificate for land (CDU)' },
  summary: {
    it: 'Vendi, dividi o erediti un terreno? Chiedi come ottenere il certificato che dice che cosa ci si può fare.',
    en: 'Selling, dividing or inheriting land? Ask how to get the certificate that says what can be done with it.',
  },
  forWhom: {
    it: "A proprietari, eredi, notai e tecnici, per i terreni che si trovano nei comuni dell'Unione.",
    en: 'Owners, heirs, notaries and technicians, for land in the municipalities of the Union.',
  },
  how: {
    it: lines(
      "Prenota l'appuntamento e tieni a portata di mano foglio e particelle del catasto. Controlliamo insieme in quale zona si trova il terreno e se il certificato è davvero necessario.",
      'Poi si presenta la domanda scritta al comune dove si trova il terreno. Ti diciamo come e che cosa allegare.',
    ),
    en: lines(
      'Book the appointment and keep the sheet and parcel numbers of the land register at hand. Together we check which zone the land lies in and whether the certificate is really necessary.',
      'Then the written application goes to the municipality where the land lies. We tell you how and what to attach.',
    ),
  },
  needed: {
    it: lines(
      '- comune, foglio e particelle del terreno;',
      "- l'estratto di mappa del catasto;",
      "- l'uso del certificato: vendita, donazione, divisione, successione o altro;",
      '- le marche da bollo, salvo i casi di esenzione.',
    ),
    en: lines(
      '- municipality, sheet and parcels of the land;',
      '- the map extract from the land register;',
      '- what the certificate is for: sale, gift, division, succession or other;',
      '- revenue stamps, unless exempt.',
    ),
  },
  result: {
    it: 'La domanda pronta. Il certificato lo rilascia il Comune e riporta le regole del piano per quel terreno.',
    en: 'Your application, ready. The municipality issues the certificate, which states the planning rules for that land.',
  },
  times: {
    it: 'Il Comune rilascia il certificato entro 30 giorni dalla domanda. Vale un anno, se nel frattempo il piano non cambia.',
    en: 'The municipality issues the certificate within 30 days of the application. It is valid for one year, unless the plan changes in the meantime.',
  },
  cost: {
    it: "L'appuntamento è gratuito. Per il certificato si pagano i diritti di segreteria del comune e l'imposta di bollo, salvo i casi di esenzione.",
    en: "The appointment is free. For the certificate you pay the municipality's fees and stamp duty, unless exempt.",
  },
  terms: {
    it: lines(
      "L'appuntamento non sostituisce la domanda.",
      'Il certificato di solito non serve per il terreno che fa parte di una casa accatastata, se è più piccolo di 5.000 metri quadrati.',
      'Regole: articolo 30 del DPR 380/2001.',
    ),
    en: lines(
      'The appointment does not replace the application.',
      'The certificate is usually not needed for land that belongs to a registered house, if it is smaller than 5,000 square metres.',
      'Rules: Article 30 of Presidential Decree 380/2001.',
    ),
  },
  keywords: {
    it: ['cdu', 'destinazione urbanistica', 'terreno edificabile', 'vendere un terreno', 'vigna', 'bosco', 'campo', 'successione', 'eredità', 'donazione', 'notaio', 'piano regolatore', 'foglio e particella'],
    en: ['cdu', 'planning certificate', 'building land', 'sell land', 'vineyard', 'woodland', 'succession', 'inheritance', 'gift', 'notary', 'town plan'],
  },
  lifeEvents: ['comprare-vendere-ereditare'],
  popularity: 62,
  notAFiling: true,
  channels: [
    {
      channel: 'video',
      durationMinutes: 30,
      needs: [technicalOperators],
      questions: [propertyAddress, landMap],
      texts: { beforeVideo },
    },
    {
      channel: 'phone',
      durationMinutes: 15,
      grid: 'pack',
      bufferAfterMinutes: 5,
      moveCutoffMinutes: 240,
      cancelCutoffMinutes: 60,
      needs: [technicalOperators],
      questions: [propertyAddress],
      texts: { after: afterPhone },
    },
    {
      channel: 'desk',
      durationMinutes: 30,
      needs: [technicalOperators],
      places: ['sede-unione', 'municipio-mombercelli', 'municipio-agliano-terme'],
      questions: [propertyAddress],
      texts: {
        documents: {
          it: "Porta un documento d'identità, l'estratto di mappa e i dati catastali del terreno.",
          en: 'Bring an identity document, the map extract and the land-register data of the land.',
        },
        after: afterDesk,
      },
    },
  ],
};

const passoCarrabile: ServiceContent = {
  key: 'passo-carrabile-e-scavi',
  slug: 'passo-carrabile-e-scavi',
  office: 'ufficio-tecnico',
  name: { it: 'Passo carrabile e scavi su strada', en: 'Driveways and road excavation' },
  summary: {
    it: "Un cancello sulla strada, il cartello di passo carrabile, uno scavo per l'acqua o la fibra: chiedi come fare.",
    en: 'A gate on the road, a driveway sign, digging for water or fibre: ask how to go about it.',
  },
  forWhom: {
    it: "A chi deve aprire o regolarizzare un accesso per i veicoli, o scavare su una strada, in uno dei comuni dell'Unione.",
    en: 'Anyone who has to open or regularise a vehicle access, or dig in a road, in one of the municipalities of the Union.',
  },
  how: {
    it: lines(
      "Prenota l'appuntamento e dicci il punto esatto. Guardiamo di chi è la strada, se la visibilità è buona e che cosa si deve allegare.",
      "Poi presenti la domanda. Se la strada non è del comune, per esempio è provinciale, ti spieghiamo a chi rivolgerti.",
    ),
    en: lines(
      'Book the appointment and tell us the exact spot. We look at whose road it is, whether visibility is good and what must be attached.',
      'Then you apply. If the road does not belong to the municipality, for example because it is provincial, we explain whom to contact.',
    ),
  },
  needed: {
    it: lines(
      '- indirizzo e qualche foto del punto;',
      '- un disegno con le misure;',
      '- per gli scavi: chi fa i lavori, e quanto durano.',
    ),
    en: lines(
      '- address and some photos of the spot;',
      '- a drawing with measurements;',
      '- for excavation: who does the work, and how long it lasts.',
    ),
  },
  result: {
    it: 'Sai se si può fare, a chi fare la domanda e quali documenti preparare.',
    en: 'You know whether it can be done, whom to apply to and which documents to prepare.',
  },
  times: {
    it: 'I tempi dipendono dal regolamento del comune e dal tipo di strada. Se bisogna chiudere o restringere la strada, chiedi con qualche settimana di anticipo.',
    en: 'It depends on the rules of the municipality and on the kind of road. If the road must be closed or narrowed, ask a few weeks ahead.',
  },
  cost: {
    it: "L'appuntamento è gratuito. L'autorizzazione può avere bollo, diritti, il canone per lo spazio occupato, il costo del cartello e, per gli scavi, un deposito.",
    en: 'The appointment is free. The permission may carry stamp duty, fees, the charge for the space used, the cost of the sign and, for excavation, a deposit.',
  },
  terms: {
    it: lines(
      "L'appuntamento non sostituisce la domanda. Non iniziare i lavori prima di avere l'autorizzazione.",
      "Se c'è un pericolo per le persone, non prenotare: chiama il 112.",
      'Regole: articoli da 20 a 22 e 26 del codice della strada (decreto legislativo 285/1992).',
    ),
    en: lines(
      'The appointment does not replace the application. Do not begin work before you have permission.',
      'If people are in danger, do not book: call 112.',
      'Rules: Articles 20 to 22 and 26 of the Highway Code (Legislative Decree 285/1992).',
    ),
  },
  keywords: {
    it: ['passo carrabile', 'passo carraio', 'cancello', 'cartello divieto di sosta', 'mi parcheggiano davanti', 'scavo', 'rompere la strada', 'allaccio acqua', 'allaccio fogna', 'fibra', 'strada comunale', 'accesso al campo'],
    en: ['driveway', 'vehicle access', 'gate', 'no parking sign', 'dig the road', 'water connection', 'sewer connection', 'fibre', 'local road'],
  },
  lifeEvents: ['costruire-o-ristrutturare-casa'],
  popularity: 44,
  notAFiling: true,
  channels: [
    {
      channel: 'video',
      durationMinutes: 30,
      needs: [technicalOperators],
      questions: [propertyAddress],
      texts: { beforeVideo },
    },
    {
      channel: 'phone',
      durationMinutes: 15,
      grid: 'pack',
      bufferAfterMinutes: 5,
      moveCutoffMinutes: 240,
      cancelCutoffMinutes: 60,
      needs: [technicalOperators],
      texts: { after: afterPhone },
    },
    {
      channel: 'desk',
      durationMinutes: 30,
      needs: [technicalOperators],
      places: ['sede-unione', 'municipio-castelnuovo-calcea', 'municipio-vigliano-d-asti'],
      questions: [propertyAddress],
      texts: {
        documents: {
          it: 'Porta qualche foto del punto e un disegno con le misure.',
          en: 'Bring some photos of the spot and a drawing with measurements.',
        },
        after: afterDesk,
      },
    },
  ],
};

export const technicalServices: readonly ServiceContent[] = [accessoAgliAtti, destinazioneUrbanistica, passoCarrabile];
