import { lines } from '../lines.ts';
import { alreadyFiled, practiceNumber, propertyAddress } from '../questions.ts';
import type { CalendarKey, QuestionContent, ServiceContent, Text } from '../shape.ts';
import { afterDesk, afterPhone, beforeVideo } from '../standard-texts.ts';

/** The building desk and the second technical desk share this work. */
const buildingOperators: readonly CalendarKey[] = ['sue-1', 'tecnico-2'];

const closing: Text = {
  it: 'Ricorda: le pratiche edilizie si inviano dal portale telematico del SUE, di solito tramite il tuo tecnico. Se ti resta un dubbio, prenota di nuovo o chiamaci.',
  en: 'Remember: building filings are sent through the SUE online portal, usually by your technician. If you still have a doubt, book again or call us.',
};

const kindOfWorks: QuestionContent = {
  key: 'kind-of-works',
  kind: 'choice',
  label: { it: 'Quali lavori vuoi fare?', en: 'What work do you want to do?' },
  required: true,
  choices: [
    { value: 'bathroom-or-systems', label: { it: 'Bagno, cucina o impianti', en: 'Bathroom, kitchen or systems' } },
    { value: 'inner-walls', label: { it: 'Muri interni', en: 'Inner walls' } },
    { value: 'roof-or-front', label: { it: 'Tetto, facciata o finestre', en: 'Roof, front or windows' } },
    { value: 'canopy-or-outdoor', label: { it: 'Tettoia, pergola, casetta o recinzione', en: 'Canopy, pergola, shed or fence' } },
    { value: 'change-of-use', label: { it: "Cambio d'uso o divisione dell'alloggio", en: 'Change of use or splitting the home' } },
    { value: 'other', label: { it: 'Altro, o non lo so', en: 'Something else, or I do not know' } },
  ],
};

const filingCondition: Text = {
  it: "Ho capito che l'appuntamento non vale come pratica edilizia e che non posso iniziare i lavori prima di averla presentata, quando serve.",
  en: 'I understand that the appointment does not count as a building filing and that, where one is needed, I may not begin work before it has been filed.',
};

const cilaScia: ServiceContent = {
  key: 'cila-e-scia-edilizia',
  slug: 'cila-e-scia-edilizia',
  office: 'sue',
  name: { it: 'CILA e SCIA edilizia', en: 'CILA and building SCIA' },
  summary: {
    it: 'Prima di cominciare i lavori in casa, chiedi quale pratica serve: nessuna, una CILA o una SCIA.',
    en: 'Before you start work on your home, ask what you have to file: nothing, a CILA or a SCIA.',
  },
  forWhom: {
    it: "A proprietari, affittuari con il consenso del proprietario, amministratori di condominio e tecnici, per edifici nei comuni dell'Unione.",
    en: "Owners, tenants with the owner's consent, building managers and technicians, for buildings in the municipalities of the Union.",
  },
  how: {
    it: lines(
      "Prenota l'appuntamento e descrivici i lavori. In parole semplici:",
      '- i lavori piccoli, come rifare le piastrelle o tinteggiare, di solito sono liberi;',
      '- spostare un muro interno che non regge la casa richiede di solito una CILA;',
      '- toccare le strutture richiede di solito una SCIA.',
      'Ogni caso è diverso, soprattutto in centro storico e dove ci sono vincoli: per questo è meglio parlarne prima.',
      'La pratica la prepara un tecnico abilitato, come un geometra, un architetto o un ingegnere, e la invia dal portale telematico del SUE.',
    ),
    en: lines(
      'Book the appointment and describe the work to us. In plain words:',
      '- small jobs, such as new tiles or painting, usually need nothing;',
      '- moving an inner wall that does not bear the house usually needs a CILA;',
      '- touching the structure usually needs a SCIA.',
      'Every case is different, above all in old town centres and protected areas: that is why it is better to talk first.',
      'The filing is prepared by a qualified technician, such as a surveyor, an architect or an engineer, who sends it through the SUE online portal.',
    ),
  },
  needed: {
    it: lines(
      "Per l'appuntamento, se li hai:",
      '- indirizzo e dati catastali (foglio, particella, subalterno);',
      '- una piantina e qualche foto;',
      '- le vecchie pratiche della casa, o i loro numeri;',
      '- il nome del tuo tecnico, se lo hai già scelto.',
    ),
    en: lines(
      'For the appointment, if you have them:',
      '- address and land-register data (sheet, parcel, unit);',
      '- a floor plan and some photos;',
      '- the past files of the house, or their numbers;',
      '- the name of your technician, if you have chosen one.',
    ),
  },
  result: {
    it: 'Sai se i tuoi lavori hanno bisogno di una pratica, quale, e da dove cominciare.',
    en: 'You know whether your work needs a filing, which one, and where to start.',
  },
  times: {
    it: lines(
      'Con la CILA i lavori possono iniziare dal giorno in cui la presenti. Con la SCIA di norma anche, ma il Comune ha 30 giorni per i controlli.',
      "Se c'è un vincolo, per esempio paesaggistico, prima può servire un'autorizzazione: mettila in conto nei tempi.",
    ),
    en: lines(
      'With a CILA, work may begin on the day you file it. With a SCIA normally too, but the municipality has 30 days for its checks.',
      'Where there are restrictions, for instance on the landscape, an authorisation may be needed first: allow time for it.',
    ),
  },
  cost: {
    it: "L'appuntamento è gratuito. Per la pratica si pagano i diritti di segreteria del comune, in alcuni casi il contributo di costruzione, e la parcella del tecnico.",
    en: "The appointment is free. For the filing you pay the municipality's fees, in some cases the construction charge, and your technician.",
  },
  terms: {
    it: lines(
      "L'appuntamento non sostituisce la CILA o la SCIA e non permette di iniziare i lavori. Le indicazioni che ti diamo si basano su quello che ci racconti: l'esame vero si fa sulla pratica.",
      'Regole: articoli 6, 6-bis e 22 del DPR 380/2001 e articolo 19 della legge 241/1990.',
    ),
    en: lines(
      'The appointment does not replace the CILA or the SCIA and gives no right to begin work. Our advice rests on what you tell us: the real examination is made on the filing.',
      'Rules: Articles 6, 6-bis and 22 of Presidential Decree 380/2001 and Article 19 of Law 241/1990.',
    ),
  },
  keywords: {
    it: ['cila', 'scia edilizia', 'rifare il bagno', 'buttare giù un muro', 'spostare un muro', 'tettoia', 'pergola', 'casetta in giardino', 'veranda', 'recinzione', 'rifare il tetto', 'cappotto', 'cambiare le finestre', 'ristrutturare', 'lavori in casa', "cambio destinazione d'uso", 'sanatoria', 'geometra'],
    en: ['cila', 'building scia', 'new bathroom', 'knock down a wall', 'canopy', 'pergola', 'garden shed', 'fence', 'new roof', 'windows', 'renovate', 'home improvement'],
  },
  lifeEvents: ['costruire-o-ristrutturare-casa'],
  popularity: 90,
  notAFiling: true,
  channels: [
    {
      channel: 'video',
      durationMinutes: 45,
      stepMinutes: 30,
      grid: 'clock',
      needs: [buildingOperators],
      questions: [kindOfWorks, propertyAddress, alreadyFiled, practiceNumber],
      texts: { before: filingCondition, beforeVideo, closing },
    },
    {
      channel: 'phone',
      durationMinutes: 20,
      bufferAfterMinutes: 5,
      stepMinutes: 30,
      moveCutoffMinutes: 240,
      cancelCutoffMinutes: 60,
      needs: [buildingOperators],
      questions: [kindOfWorks],
      texts: { after: afterPhone, closing },
    },
    {
      channel: 'desk',
      durationMinutes: 45,
      noticeMinutes: 240,
      needs: [buildingOperators],
      places: [
        'sede-unione',
        'municipio-mombercelli',
        'municipio-agliano-terme',
        'municipio-castelnuovo-calcea',
        'municipio-vigliano-d-asti',
      ],
      questions: [kindOfWorks, propertyAddress, alreadyFiled, practiceNumber],
      texts: {
        documents: {
          it: 'Porta una piantina e qualche foto, anche sul telefono. Se hai un tecnico, puoi venire insieme a lui.',
          en: 'Bring a floor plan and some photos, even on your phone. If you have a technician, you can come together.',
        },
        before: filingCondition,
        after: afterDesk,
        closing,
      },
    },
  ],
};

const permesso: ServiceContent = {
  key: 'permesso-di-costruire',
  slug: 'permesso-di-costruire',
  office: 'sue',
  name: { it: 'Permesso di costruire', en: 'Building permit' },
  summary: {
    it: 'Vuoi costruire, ampliare o ricostruire? Parla con un tecnico prima di presentare il progetto, o di una domanda già in corso.',
    en: 'Want to build, extend or rebuild? Talk to a technician before you submit the project, or about a pending application.',
  },
  forWhom: {
    it: "A chi è proprietario, o ha titolo per costruire, e ai suoi progettisti, per terreni ed edifici nei comuni dell'Unione.",
    en: 'Owners and others entitled to build, and their designers, for land and buildings in the municipalities of the Union.',
  },
  how: {
    it: lines(
      "Prenota l'appuntamento, meglio insieme al tuo progettista. Guardiamo che cosa permette il piano regolatore, se ci sono vincoli e quali pareri serviranno.",
      'La domanda, con il progetto, si invia poi dal portale telematico del SUE.',
      'Se la domanda è già in corso, ti diciamo a che punto è e che cosa manca.',
    ),
    en: lines(
      'Book the appointment, ideally together with your designer. We look at what the town plan allows, whether there are restrictions and which opinions will be needed.',
      'The application, with the project, is then sent through the SUE online portal.',
      'If an application is pending, we tell you how far it has got and what is missing.',
    ),
  },
  needed: {
    it: lines(
      "- dati catastali del terreno o dell'edificio;",
      '- una bozza del progetto, anche a mano;',
      "- l'atto di proprietà o altro titolo;",
      "- il numero della domanda, se l'hai già presentata.",
    ),
    en: lines(
      '- land-register data of the land or building;',
      '- a draft of the project, even by hand;',
      '- the deed of ownership or other title;',
      '- the number of the application, if you have already submitted it.',
    ),
  },
  result: {
    it: "Un primo parere a voce sul progetto e l'elenco di quello che serve per la domanda.",
    en: 'A first spoken opinion on the project and the list of what the application needs.',
  },
  times: {
    it: lines(
      "Dopo la domanda completa, l'esame dura di norma 60 giorni e la decisione arriva entro i 30 successivi. Integrazioni, pareri e progetti complessi allungano i tempi.",
      "Dopo il rilascio, i lavori devono iniziare entro un anno e finire entro tre anni dall'inizio. Si può chiedere una proroga prima della scadenza.",
    ),
    en: lines(
      'After a complete application, the examination normally takes 60 days and the decision follows within another 30. Additional documents, opinions and complex projects make it longer.',
      'Once the permit is issued, work must begin within one year and end within three years of its beginning. You can ask for an extension before the deadline.',
    ),
  },
  cost: {
    it: "L'appuntamento è gratuito. Per il permesso si pagano imposta di bollo, diritti di segreteria e, salvo esenzioni, il contributo di costruzione.",
    en: 'The appointment is free. For the permit you pay stamp duty, fees and, unless exempt, the construction charge.',
  },
  terms: {
    it: lines(
      "L'appuntamento non sostituisce la domanda. Il parere a voce aiuta a preparare il progetto ma non impegna l'ufficio.",
      'Regole: articoli da 10 a 20 del DPR 380/2001.',
    ),
    en: lines(
      'The appointment does not replace the application. A spoken opinion helps you prepare the project but does not bind the office.',
      'Rules: Articles 10 to 20 of Presidential Decree 380/2001.',
    ),
  },
  keywords: {
    it: ['permesso di costruire', 'concessione edilizia', 'licenza edilizia', 'costruire casa', 'casa nuova', 'ampliare casa', 'aggiungere una stanza', 'alzare il tetto', 'capannone', 'piscina', 'garage', 'demolire e ricostruire', 'progetto', 'proroga'],
    en: ['building permit', 'planning permission', 'build a house', 'extension', 'add a room', 'barn', 'swimming pool', 'garage', 'demolish and rebuild'],
  },
  lifeEvents: ['costruire-o-ristrutturare-casa'],
  popularity: 76,
  notAFiling: true,
  channels: [
    {
      channel: 'video',
      durationMinutes: 45,
      stepMinutes: 30,
      grid: 'clock',
      noticeMinutes: 1440,
      limitFuture: 5,
      needs: [buildingOperators],
      questions: [propertyAddress, alreadyFiled, practiceNumber],
      texts: { before: filingCondition, beforeVideo, closing },
    },
    {
      channel: 'desk',
      durationMinutes: 60,
      stepMinutes: 30,
      noticeMinutes: 1440,
      limitFuture: 5,
      needs: [buildingOperators],
      places: ['sede-unione', 'municipio-mombercelli', 'municipio-agliano-terme'],
      questions: [propertyAddress, alreadyFiled, practiceNumber],
      texts: {
        documents: {
          it: "Porta la bozza del progetto, i dati catastali e l'atto di proprietà. Puoi venire con il tuo progettista.",
          en: 'Bring the draft project, the land-register data and the deed of ownership. You can come with your designer.',
        },
        before: filingCondition,
        after: afterDesk,
        closing,
      },
    },
  ],
};

const agibilita: ServiceContent = {
  key: 'agibilita',
  slug: 'agibilita',
  office: 'sue',
  name: { it: 'Agibilità', en: 'Fitness for use of a building' },
  summary: {
    it: "I lavori sono finiti: chiedi come presentare la segnalazione di agibilità, o come sapere se la tua casa ce l'ha già.",
    en: 'The work is done: ask how to file the certificate of fitness for use, or how to learn whether your home already has it.',
  },
  forWhom: {
    it: "A chi ha finito di costruire o ristrutturare, e a chi vende, compra o affitta un immobile nei comuni dell'Unione.",
    en: 'Anyone who has finished building or renovating, and anyone who sells, buys or rents a property in the municipalities of the Union.',
  },
  how: {
    it: lines(
      'Se hai finito i lavori: il tuo tecnico prepara la segnalazione certificata di agibilità e la invia dal portale telematico del SUE. In appuntamento vediamo gli allegati e i casi dubbi.',
      "Se cerchi l'agibilità di una casa esistente: ti aiutiamo a capire se c'è e come chiederne copia.",
    ),
    en: lines(
      'If the work is done: your technician prepares the certified notice of fitness for use and sends it through the SUE online portal. In the appointment we go through the attachments and the doubtful points.',
      'If you are looking for the certificate of an existing home: we help you find out whether there is one and how to ask for a copy.',
    ),
  },
  needed: {
    it: lines(
      '- il numero del permesso, della SCIA o della vecchia licenza;',
      '- la data di fine lavori;',
      '- per gli allegati: collaudi, dichiarazioni degli impianti, catasto aggiornato.',
    ),
    en: lines(
      '- the number of the permit, of the SCIA or of the old licence;',
      '- the date on which work ended;',
      '- for the attachments: structural tests, declarations for the systems, updated land register.',
    ),
  },
  result: {
    it: "Sai quali documenti mancano per l'agibilità e chi li deve preparare.",
    en: 'You know which documents are missing and who has to prepare them.',
  },
  times: {
    it: "La segnalazione va presentata entro 15 giorni dalla fine dei lavori di finitura, quando è obbligatoria. Se non la presenti nei tempi c'è una sanzione da 77 a 464 €.",
    en: 'Where it is compulsory, the notice must be filed within 15 days of the end of the finishing work. If it is not filed in time there is a fine of €77 to €464.',
  },
  cost: {
    it: "L'appuntamento è gratuito. Per la segnalazione si pagano i diritti di segreteria del comune e la parcella del tecnico.",
    en: "The appointment is free. For the notice you pay the municipality's fees and your technician.",
  },
  terms: {
    it: lines(
      "L'appuntamento non sostituisce la segnalazione di agibilità.",
      'Regole: articolo 24 del DPR 380/2001.',
    ),
    en: lines(
      'The appointment does not replace the notice of fitness for use.',
      'Rules: Article 24 of Presidential Decree 380/2001.',
    ),
  },
  keywords: {
    it: ['agibilità', 'abitabilità', 'certificato di abitabilità', 'fine lavori', 'posso andarci ad abitare', 'vendere casa', 'rogito', 'notaio', 'mutuo', 'collaudo'],
    en: ['fitness for use', 'habitability', 'occupancy certificate', 'end of works', 'sell a house', 'notary', 'mortgage'],
  },
  lifeEvents: ['costruire-o-ristrutturare-casa', 'comprare-vendere-ereditare'],
  popularity: 58,
  notAFiling: true,
  channels: [
    {
      channel: 'video',
      durationMinutes: 30,
      needs: [buildingOperators],
      questions: [propertyAddress, practiceNumber],
      texts: { beforeVideo, closing },
    },
    {
      channel: 'phone',
      durationMinutes: 20,
      stepMinutes: 30,
      bufferAfterMinutes: 5,
      moveCutoffMinutes: 240,
      cancelCutoffMinutes: 60,
      needs: [buildingOperators],
      questions: [practiceNumber],
      texts: { after: afterPhone, closing },
    },
    {
      channel: 'desk',
      durationMinutes: 30,
      needs: [buildingOperators],
      places: ['sede-unione', 'municipio-mombercelli', 'municipio-agliano-terme'],
      questions: [propertyAddress, practiceNumber],
      texts: {
        documents: {
          it: 'Porta le carte della casa che hai: permesso o licenza, fine lavori, dichiarazioni degli impianti.',
          en: 'Bring the papers of the house you have: permit or licence, end of works, declarations for the systems.',
        },
        after: afterDesk,
        closing,
      },
    },
  ],
};

const oneri: ServiceContent = {
  key: 'oneri-e-diritti-edilizi',
  slug: 'oneri-e-diritti-edilizi',
  office: 'sue',
  name: { it: 'Oneri e diritti edilizi', en: 'Building charges and fees' },
  summary: {
    it: 'Capisci quanto devi pagare per una pratica edilizia, quando, come, e se puoi farlo a rate.',
    en: 'Find out how much you owe for a building filing, when, how, and whether you can pay by instalments.',
  },
  forWhom: {
    it: "A chi deve pagare per una pratica edilizia nei comuni dell'Unione, e ai suoi tecnici.",
    en: 'Anyone who has to pay for a building filing in the municipalities of the Union, and their technicians.',
  },
  how: {
    it: lines(
      "Prenota l'appuntamento e dicci il numero della pratica. Ti spieghiamo le voci:",
      "- diritti di segreteria, per l'esame della pratica;",
      '- oneri di urbanizzazione, per strade, fogne, scuole e altri servizi;',
      '- costo di costruzione, una quota calcolata sul costo dei lavori.',
      "Il calcolo definitivo lo fa l'ufficio sulla pratica. Si paga con l'avviso pagoPA del comune.",
    ),
    en: lines(
      'Book the appointment and tell us the number of the file. We explain the items:',
      '- fees for the examination of the filing;',
      '- urbanisation charges, for roads, sewers, schools and other services;',
      '- construction cost, a share of the cost of the work.',
      "The final calculation is made by the office on the file. You pay with the municipality's pagoPA notice.",
    ),
  },
  needed: {
    it: lines(
      '- il numero della pratica;',
      "- l'avviso di pagamento o la lettera con il calcolo, se li hai ricevuti;",
      '- il progetto o le superfici, per una stima.',
    ),
    en: lines(
      '- the number of the file;',
      '- the payment notice or the letter with the calculation, if you have received them;',
      '- the project or the floor areas, for an estimate.',
    ),
  },
  result: {
    it: "Una spiegazione voce per voce, e una stima se la pratica non c'è ancora.",
    en: 'An explanation item by item, and an estimate if nothing has been filed yet.',
  },
  times: {
    it: lines(
      'Gli oneri di urbanizzazione si pagano al rilascio del permesso. Il costo di costruzione si paga durante i lavori, al più tardi 60 giorni dopo la fine.',
      'Puoi chiedere di pagare a rate, con le garanzie che stabilisce il comune. Chi paga in ritardo paga una maggiorazione.',
    ),
    en: lines(
      'Urbanisation charges are paid when the permit is issued. The construction cost is paid during the work, at the latest 60 days after its end.',
      'You can ask to pay by instalments, with the guarantees set by the municipality. Late payment means a surcharge.',
    ),
  },
  cost: {
    it: "L'appuntamento è gratuito. Gli importi dipendono dai lavori e dalle tabelle del tuo comune. Per alcuni lavori non si paga nulla o si paga meno.",
    en: 'The appointment is free. The amounts depend on the work and on the tables of your municipality. For some kinds of work you pay nothing or less.',
  },
  terms: {
    it: lines(
      "L'appuntamento non sostituisce la pratica né la richiesta di rate, e le stime a voce non impegnano l'ufficio.",
      'Regole: articoli da 16 a 19 e 42 del DPR 380/2001.',
    ),
    en: lines(
      'The appointment does not replace the filing or the request for instalments, and spoken estimates do not bind the office.',
      'Rules: Articles 16 to 19 and 42 of Presidential Decree 380/2001.',
    ),
  },
  keywords: {
    it: ['oneri', 'oneri di urbanizzazione', 'bucalossi', 'costo di costruzione', 'diritti di segreteria', 'quanto costa il permesso', 'pagare a rate', 'rateizzare', 'rimborso oneri', 'marca da bollo'],
    en: ['building charges', 'urbanisation charges', 'construction cost', 'fees', 'pay by instalments', 'refund', 'stamp duty'],
  },
  lifeEvents: ['costruire-o-ristrutturare-casa', 'pagare-tasse-e-tributi'],
  popularity: 46,
  notAFiling: true,
  channels: [
    {
      channel: 'video',
      durationMinutes: 30,
      needs: [buildingOperators],
      questions: [practiceNumber],
      texts: { beforeVideo, closing },
    },
    {
      channel: 'phone',
      durationMinutes: 20,
      stepMinutes: 30,
      bufferAfterMinutes: 5,
      moveCutoffMinutes: 240,
      cancelCutoffMinutes: 60,
      needs: [buildingOperators],
      questions: [practiceNumber],
      texts: { after: afterPhone, closing },
    },
  ],
};

export const sueServices: readonly ServiceContent[] = [cilaScia, permesso, agibilita, oneri];
