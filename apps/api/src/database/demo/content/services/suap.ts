import { lines } from '../lines.ts';
import { alreadyFiled, practiceNumber } from '../questions.ts';
import type { CalendarKey, QuestionContent, ServiceContent, Text } from '../shape.ts';
import { afterDesk, afterPhone, beforeVideo } from '../standard-texts.ts';

const businessOperators: readonly CalendarKey[] = ['suap-1', 'suap-2'];

const closing: Text = {
  it: 'Ricorda: le pratiche per le imprese si inviano dal portale telematico del SUAP. Se ti resta un dubbio, prenota di nuovo o chiamaci.',
  en: 'Remember: business filings are sent through the SUAP online portal. If you still have a doubt, book again or call us.',
};

const spaceClosing: Text = {
  it: "Ricorda: prima di occupare lo spazio aspetta l'autorizzazione del Comune. Se ti resta un dubbio, prenota di nuovo o chiamaci.",
  en: 'Remember: wait for the permission of the municipality before you use the space. If you still have a doubt, book again or call us.',
};

const kindOfBusiness: QuestionContent = {
  key: 'kind-of-business',
  kind: 'short_text',
  label: { it: 'Di quale attività si tratta?', en: 'What kind of business is it?' },
  help: { it: 'Per esempio: parrucchiere, bar, vendita di vino.', en: 'For example: hairdresser, bar, wine sales.' },
  required: true,
};

const informazioniScia: ServiceContent = {
  key: 'informazioni-scia',
  slug: 'informazioni-scia',
  office: 'suap',
  name: { it: 'Informazioni su una SCIA', en: 'Information on a SCIA' },
  summary: {
    it: 'Capisci se per la tua attività serve una SCIA, come si compila e a che punto è quella che hai già inviato.',
    en: 'Find out whether your business needs a SCIA, how to fill it in and how far the one you sent has got.',
  },
  forWhom: {
    it: "A chi vuole aprire, cambiare o trasferire un'attività in uno dei comuni dell'Unione, e ai professionisti che lo seguono.",
    en: 'Anyone who wants to open, change or move a business in one of the municipalities of the Union, and the professionals who assist them.',
  },
  how: {
    it: lines(
      'La SCIA è la segnalazione certificata di inizio attività: dichiari di avere i requisiti e puoi cominciare, senza aspettare un permesso.',
      'Prenota un appuntamento e raccontaci che cosa vuoi fare. Vediamo insieme se basta una SCIA o se serve altro, e quali allegati preparare.',
      "La SCIA poi si invia solo online, dal portale telematico del SUAP: puoi farlo tu, o un professionista o un'associazione di categoria con la tua procura.",
    ),
    en: lines(
      'SCIA stands for certified notice of the start of an activity: you declare that you meet the requirements and you may begin, without waiting for a permit.',
      'Book an appointment and tell us what you want to do. Together we see whether a SCIA is enough or something else is needed, and which documents to attach.',
      'The SCIA itself is sent only online, through the SUAP portal: by you, or by a professional or trade association that you authorise.',
    ),
  },
  needed: {
    it: lines(
      "Per l'appuntamento basta la tua domanda. Se li hai, tieni vicino:",
      "- l'indirizzo dei locali e una planimetria;",
      '- il codice fiscale o la partita IVA;',
      "- il numero della pratica, se l'hai già inviata;",
      "- le lettere che hai ricevuto dall'ufficio.",
    ),
    en: lines(
      'For the appointment, your question is enough. If you have them, keep at hand:',
      '- the address of the premises and a floor plan;',
      '- your tax code or VAT number;',
      '- the number of the file, if you have already sent it;',
      '- any letters you received from the office.',
    ),
  },
  result: {
    it: "Sai quale pratica presentare, con quali allegati, e che cosa succede dopo l'invio.",
    en: 'You know what to file, with which documents, and what happens after you send it.',
  },
  times: {
    it: lines(
      'Con una SCIA completa puoi cominciare dal giorno in cui la invii. Se servono anche altri permessi, puoi cominciare solo quando li hai ottenuti: te lo diciamo noi.',
      "Dopo l'invio il Comune ha 60 giorni per i controlli. Se qualcosa si può correggere, ti dà almeno 30 giorni per farlo.",
    ),
    en: lines(
      'With a complete SCIA you may begin on the day you send it. If other permits are needed too, you may begin only once you have them: we will tell you.',
      'After you send it, the municipality has 60 days for its checks. If something can be put right, it gives you at least 30 days to do so.',
    ),
  },
  cost: {
    it: "L'appuntamento è gratuito. Per la pratica possono esserci diritti di istruttoria, cioè una somma per l'esame, che cambia secondo l'attività: ti diciamo quanto.",
    en: 'The appointment is free. The filing itself may carry a fee for its examination, which depends on the business: we tell you how much.',
  },
  terms: {
    it: lines(
      "L'appuntamento non sostituisce la SCIA: finché non l'hai inviata dal portale del SUAP non puoi cominciare.",
      'Regole: articolo 19 della legge 241/1990 e DPR 160/2010.',
    ),
    en: lines(
      'The appointment does not replace the SCIA: until you have sent it through the SUAP portal you may not begin.',
      'Rules: Article 19 of Law 241/1990 and Presidential Decree 160/2010.',
    ),
  },
  keywords: {
    it: ['scia', 'segnalazione certificata', 'inizio attività', 'aprire un negozio', 'aprire un bar', 'aprire un bed and breakfast', 'parrucchiera', 'estetista', 'vendere il vino', 'agriturismo', 'permesso per lavorare', 'licenza', 'suap', 'a che punto è la mia pratica'],
    en: ['scia', 'start a business', 'open a shop', 'open a bar', 'bed and breakfast', 'hairdresser', 'licence', 'business permit', 'progress of my file'],
  },
  lifeEvents: ['aprire-un-attivita'],
  popularity: 95,
  notAFiling: true,
  channels: [
    {
      channel: 'video',
      durationMinutes: 30,
      needs: [businessOperators],
      questions: [kindOfBusiness, alreadyFiled, practiceNumber],
      texts: { beforeVideo, closing },
    },
    {
      channel: 'phone',
      durationMinutes: 20,
      bufferAfterMinutes: 5,
      stepMinutes: 30,
      moveCutoffMinutes: 240,
      cancelCutoffMinutes: 60,
      needs: [businessOperators],
      questions: [kindOfBusiness, alreadyFiled, practiceNumber],
      texts: { after: afterPhone, closing },
    },
    {
      channel: 'desk',
      durationMinutes: 30,
      needs: [businessOperators],
      places: ['sede-unione', 'municipio-mombercelli', 'municipio-rocca-d-arazzo', 'municipio-san-marzano-oliveto'],
      questions: [kindOfBusiness, alreadyFiled, practiceNumber],
      texts: {
        documents: {
          it: "Porta un documento d'identità e, se le hai, la planimetria dei locali e le lettere dell'ufficio.",
          en: 'Bring an identity document and, if you have them, the floor plan of the premises and the letters from the office.',
        },
        after: afterDesk,
        closing,
      },
    },
  ],
};

const avvioOCessazione: ServiceContent = {
  key: 'avvio-o-cessazione-attivita',
  slug: 'avvio-o-cessazione-attivita',
  office: 'suap',
  name: { it: "Avvio o cessazione di un'attività", en: 'Opening or closing a business' },
  summary: {
    it: "Prepari con noi i passi per aprire, rilevare, spostare o chiudere un negozio, un bar, un laboratorio o un'azienda.",
    en: 'Prepare with us the steps to open, take over, move or close a shop, a bar, a workshop or a firm.',
  },
  forWhom: {
    it: "A chi avvia un'impresa, subentra a un altro titolare, cambia sede o smette, in uno dei comuni dell'Unione.",
    en: 'Anyone who starts a business, takes over from another owner, moves premises or stops, in one of the municipalities of the Union.',
  },
  how: {
    it: lines(
      "Prenota l'appuntamento e dicci che attività è e in quali locali. Guardiamo insieme:",
      '- quale pratica serve: comunicazione, SCIA o autorizzazione;',
      "- se i locali vanno bene per quell'uso;",
      '- quali requisiti ti sono chiesti, per esempio per vendere alimenti;',
      "- chi altro devi avvisare, come la Camera di commercio o l'ASL.",
      'Poi la pratica si invia solo online, dal portale telematico del SUAP.',
    ),
    en: lines(
      'Book the appointment and tell us what business it is and on which premises. Together we look at:',
      '- what to file: a communication, a SCIA or an application for authorisation;',
      '- whether the premises suit that use;',
      '- which requirements you must meet, for instance to sell food;',
      '- who else must be told, such as the Chamber of Commerce or the local health authority (ASL).',
      'The filing is then sent only online, through the SUAP portal.',
    ),
  },
  needed: {
    it: lines(
      "Per l'appuntamento:",
      '- indirizzo dei locali e, se li hai, planimetria e dati catastali;',
      '- contratto di affitto o di acquisto, anche in bozza;',
      "- per un subingresso o una chiusura, i dati dell'attività esistente.",
      'Per inviare la pratica serviranno anche firma digitale e PEC, tue o di chi ti assiste.',
    ),
    en: lines(
      'For the appointment:',
      '- the address of the premises and, if you have them, floor plan and land-register data;',
      '- the lease or purchase contract, even in draft;',
      '- for a takeover or a closure, the details of the existing business.',
      'To send the filing you will also need a digital signature and a certified e-mail address (PEC), yours or those of whoever assists you.',
    ),
  },
  result: {
    it: 'Un elenco chiaro di quello che devi fare, in ordine, con gli allegati da preparare.',
    en: 'A clear list of what you have to do, in order, with the documents to prepare.',
  },
  times: {
    it: lines(
      'Vieni prima di firmare contratti o comprare attrezzature: così eviti sorprese.',
      "Se basta una SCIA puoi aprire il giorno in cui la invii. Se serve un'autorizzazione devi aspettarla. Quando chiudi, comunicalo al SUAP nei termini previsti per la tua attività.",
    ),
    en: lines(
      'Come before you sign contracts or buy equipment: it saves surprises.',
      'If a SCIA is enough you may open on the day you send it. If an authorisation is needed you have to wait for it. When you close, tell the SUAP within the time limit for your kind of business.',
    ),
  },
  cost: {
    it: "L'appuntamento è gratuito. La pratica può avere diritti di istruttoria e, per le autorizzazioni, l'imposta di bollo: ti diciamo gli importi.",
    en: 'The appointment is free. The filing may carry processing fees and, for authorisations, stamp duty: we tell you the amounts.',
  },
  terms: {
    it: lines(
      "L'appuntamento non sostituisce la pratica e non autorizza ad aprire.",
      'Per i negozi fino a 150 metri quadrati di vendita, nei comuni sotto i 10.000 abitanti come i nostri, di solito basta una SCIA.',
      'Regole: DPR 160/2010, decreto legislativo 222/2016, articolo 19 della legge 241/1990.',
    ),
    en: lines(
      'The appointment does not replace the filing and gives no right to open.',
      'For shops of up to 150 square metres of sales area, in municipalities of fewer than 10,000 inhabitants such as ours, a SCIA is usually enough.',
      'Rules: Presidential Decree 160/2010, Legislative Decree 222/2016, Article 19 of Law 241/1990.',
    ),
  },
  keywords: {
    it: ['aprire un negozio', "aprire un'attività", 'mettersi in proprio', 'rilevare un bar', 'subingresso', 'chiudere il negozio', 'chiudere la partita iva', 'cessazione', 'cambio sede', 'laboratorio', 'vendere da casa', 'vendita online', 'azienda agricola', 'impresa'],
    en: ['open a shop', 'start a company', 'take over a bar', 'close a business', 'cease trading', 'move premises', 'sell from home', 'farm shop'],
  },
  lifeEvents: ['aprire-un-attivita'],
  popularity: 82,
  notAFiling: true,
  channels: [
    {
      channel: 'video',
      durationMinutes: 45,
      stepMinutes: 30,
      grid: 'clock',
      noticeMinutes: 240,
      needs: [businessOperators],
      questions: [
        {
          key: 'step',
          kind: 'choice',
          label: { it: 'Che cosa vuoi fare?', en: 'What do you want to do?' },
          required: true,
          choices: [
            { value: 'open', label: { it: "Aprire un'attività nuova", en: 'Open a new business' } },
            { value: 'take-over', label: { it: "Rilevare un'attività", en: 'Take over a business' } },
            { value: 'move-or-change', label: { it: 'Spostarla o cambiarla', en: 'Move or change it' } },
            { value: 'close', label: { it: 'Chiuderla', en: 'Close it' } },
          ],
        },
        kindOfBusiness,
      ],
      texts: { beforeVideo, closing },
    },
    {
      channel: 'phone',
      durationMinutes: 20,
      bufferAfterMinutes: 5,
      stepMinutes: 30,
      moveCutoffMinutes: 240,
      cancelCutoffMinutes: 60,
      needs: [businessOperators],
      questions: [kindOfBusiness],
      texts: { after: afterPhone, closing },
    },
    {
      channel: 'desk',
      durationMinutes: 45,
      noticeMinutes: 240,
      needs: [businessOperators],
      places: ['sede-unione', 'municipio-mombercelli', 'municipio-rocca-d-arazzo'],
      questions: [kindOfBusiness],
      texts: {
        documents: {
          it: "Porta un documento d'identità, la planimetria dei locali e il contratto, anche in bozza.",
          en: 'Bring an identity document, the floor plan of the premises and the contract, even in draft.',
        },
        after: afterDesk,
        closing,
      },
    },
  ],
};

const suoloPubblico: ServiceContent = {
  key: 'occupazione-suolo-pubblico',
  slug: 'occupazione-suolo-pubblico',
  office: 'suap',
  name: { it: 'Autorizzazione a occupare suolo pubblico', en: 'Permission to occupy public space' },
  summary: {
    it: "Tavolini, gazebo, banchetti, ponteggi o un trasloco: chiedi come occupare per un po' un pezzo di piazza o di strada.",
    en: 'Outdoor tables, gazebos, stalls, scaffolding or a removal van: ask how to use part of a square or street for a while.',
  },
  forWhom: {
    it: "A imprese, associazioni e cittadini che devono usare una piazza, un marciapiede o una strada di uno dei comuni dell'Unione.",
    en: 'Businesses, associations and residents who need to use a square, a pavement or a street in one of the municipalities of the Union.',
  },
  how: {
    it: lines(
      "Prenota l'appuntamento e spiegaci dove, per quanto tempo e con che cosa vuoi occupare lo spazio.",
      "Ti diciamo a quale comune fare la domanda, che cosa allegare, quanto si paga e se serve anche un'ordinanza per chiudere la strada o vietare la sosta.",
    ),
    en: lines(
      'Book the appointment and explain where, for how long and with what you want to occupy the space.',
      'We tell you which municipality to apply to, what to attach, what it costs and whether an order is needed to close the road or forbid parking.',
    ),
  },
  needed: {
    it: lines(
      "Per l'appuntamento tieni pronti:",
      '- il punto preciso, meglio con una foto o un disegno;',
      '- le misure dello spazio, in metri;',
      '- giorni e orari, compresi montaggio e smontaggio.',
    ),
    en: lines(
      'For the appointment, have ready:',
      '- the exact spot, best with a photo or a drawing;',
      '- the size of the space, in metres;',
      '- days and hours, including setting up and taking down.',
    ),
  },
  result: {
    it: "Sai come presentare la domanda e quanto pagherai. L'autorizzazione la rilascia il Comune dopo la domanda.",
    en: 'You know how to apply and how much you will pay. The municipality gives its permission after you apply.',
  },
  times: {
    it: 'I tempi dipendono dal regolamento del comune. Muoviti con anticipo: per uno spazio piccolo qualche settimana, di più se bisogna chiudere una strada.',
    en: 'It depends on the rules of the municipality. Start early: a few weeks ahead for a small space, more if a road has to be closed.',
  },
  cost: {
    it: "L'appuntamento è gratuito. Per lo spazio si paga il canone unico del comune, secondo metri, giorni e zona, salvo i casi di esenzione. La domanda può richiedere l'imposta di bollo.",
    en: "The appointment is free. For the space you pay the municipality's single fee, by metres, days and area, unless you are exempt. The application may require stamp duty.",
  },
  terms: {
    it: lines(
      "L'appuntamento non sostituisce la domanda. Non occupare lo spazio prima di avere l'autorizzazione.",
      'Regole: articolo 20 del codice della strada (decreto legislativo 285/1992), legge 160/2019 e regolamenti dei singoli comuni.',
    ),
    en: lines(
      'The appointment does not replace the application. Do not use the space before you have permission.',
      'Rules: Article 20 of the Highway Code (Legislative Decree 285/1992), Law 160/2019 and the regulations of each municipality.',
    ),
  },
  keywords: {
    it: ['gazebo', 'tavolini fuori', 'dehors', 'banchetto', 'bancarella', 'occupare la piazza', 'occupazione suolo', 'ponteggio', 'impalcatura', 'trasloco', 'camion davanti a casa', 'plateatico', 'tosap', 'cosap', 'divieto di sosta per trasloco', 'chiudere la strada'],
    en: ['gazebo', 'outdoor tables', 'stall', 'scaffolding', 'removal van', 'occupy the square', 'public space', 'street closure', 'no parking'],
  },
  lifeEvents: ['aprire-un-attivita', 'organizzare-un-evento', 'costruire-o-ristrutturare-casa'],
  popularity: 70,
  notAFiling: true,
  channels: [
    {
      channel: 'video',
      durationMinutes: 30,
      needs: [businessOperators],
      questions: [
        {
          key: 'purpose',
          kind: 'choice',
          label: { it: 'A che cosa serve lo spazio?', en: 'What do you need the space for?' },
          required: true,
          choices: [
            { value: 'outdoor-tables', label: { it: 'Tavolini o dehors', en: 'Outdoor tables' } },
            { value: 'stall-or-gazebo', label: { it: 'Banchetto o gazebo', en: 'Stall or gazebo' } },
            { value: 'scaffolding', label: { it: 'Ponteggio o cantiere', en: 'Scaffolding or building site' } },
            { value: 'removal', label: { it: 'Trasloco o carico e scarico', en: 'Removal or loading' } },
            { value: 'other', label: { it: 'Altro', en: 'Something else' } },
          ],
        },
      ],
      texts: { beforeVideo, closing: spaceClosing },
    },
    {
      channel: 'phone',
      durationMinutes: 15,
      moveCutoffMinutes: 240,
      cancelCutoffMinutes: 60,
      needs: [businessOperators],
      texts: { after: afterPhone, closing: spaceClosing },
    },
    {
      channel: 'desk',
      durationMinutes: 30,
      needs: [businessOperators],
      places: ['sede-unione', 'municipio-mombercelli', 'municipio-san-marzano-oliveto'],
      texts: {
        documents: {
          it: 'Porta una foto o un disegno del punto, con le misure in metri.',
          en: 'Bring a photo or a drawing of the spot, with the size in metres.',
        },
        after: afterDesk,
        closing: spaceClosing,
      },
    },
  ],
};

const eventDate: QuestionContent = {
  key: 'event-date',
  kind: 'date',
  label: { it: "Quando si svolge l'evento?", en: 'When does the event take place?' },
  help: { it: 'Se dura più giorni, indica il primo.', en: 'If it lasts several days, give the first one.' },
  required: true,
};

const eventSize: QuestionContent = {
  key: 'event-size',
  kind: 'choice',
  label: { it: 'Quante persone aspetti, al massimo, nello stesso momento?', en: 'How many people do you expect at most at the same time?' },
  required: true,
  choices: [
    { value: 'up-to-200', label: { it: 'Fino a 200', en: 'Up to 200' } },
    { value: 'over-200', label: { it: 'Più di 200', en: 'More than 200' } },
    { value: 'unknown', label: { it: 'Non lo so ancora', en: 'I do not know yet' } },
  ],
};

const eventProgramme: QuestionContent = {
  key: 'event-programme',
  kind: 'long_text',
  label: { it: 'Che cosa avete in programma?', en: 'What is on the programme?' },
  help: {
    it: "Per esempio: musica dal vivo, ballo, cena, bancarelle, giostre, fuochi d'artificio.",
    en: 'For example: live music, dancing, dinner, stalls, rides, fireworks.',
  },
  required: false,
};

const eventConditions: Text = {
  it: "L'incontro serve a preparare le pratiche e non autorizza l'evento. Ho capito che domande e SCIA vanno inviate a parte, in tempo per i controlli.",
  en: 'The meeting is for preparing the filings and does not authorise the event. I understand that applications and SCIA are sent separately, in time for the checks.',
};

const eventi: ServiceContent = {
  key: 'eventi-e-manifestazioni',
  slug: 'eventi-e-manifestazioni',
  office: 'suap',
  name: { it: 'Eventi e manifestazioni temporanee', en: 'Events and temporary shows' },
  summary: {
    it: 'Sagra, concerto, festa in piazza, mercatino: prepari con noi permessi, spazi e sicurezza, con il giusto anticipo.',
    en: 'Food fair, concert, street party, market: prepare permits, spaces and safety with us, well in advance.',
  },
  forWhom: {
    it: 'A pro loco, associazioni, comitati, parrocchie e imprese che organizzano un evento aperto al pubblico.',
    en: 'Local associations, committees, parishes and businesses that organise an event open to the public.',
  },
  how: {
    it: lines(
      "Prenota l'appuntamento appena hai una data e un'idea del programma. Vediamo insieme quali pratiche servono, perché dipendono da luogo, orario, numero di persone e attività:",
      '- spettacolo o intrattenimento: SCIA o licenza;',
      '- cibi e bevande: SCIA per la somministrazione temporanea e notifica sanitaria;',
      '- piazze e strade: occupazione del suolo pubblico e ordinanza per il traffico;',
      '- musica: permesso di superare i limiti di rumore, se serve;',
      '- palchi, tribune, luoghi chiusi o recintati: regole di sicurezza e agibilità.',
      'Le pratiche di norma si inviano poi online, dal portale telematico del SUAP.',
    ),
    en: lines(
      'Book the appointment as soon as you have a date and an idea of the programme. Together we see what to file, because it depends on place, time, number of people and activities:',
      '- show or entertainment: a SCIA or a licence;',
      '- food and drink: a SCIA for temporary catering and a health notification;',
      '- squares and streets: use of public space and a traffic order;',
      '- music: permission to exceed the noise limits, if needed;',
      '- stages, stands, closed or fenced places: safety rules and fitness of the venue.',
      'As a rule the filings are then sent online, through the SUAP portal.',
    ),
  },
  needed: {
    it: lines(
      '- data, orari e luogo;',
      '- programma di massima;',
      '- numero di persone che aspettate;',
      "- nome dell'organizzatore e di chi lo rappresenta;",
      '- una mappa, anche disegnata a mano.',
    ),
    en: lines(
      '- date, times and place;',
      '- outline of the programme;',
      '- number of people you expect;',
      '- name of the organiser and of its representative;',
      '- a map, even drawn by hand.',
    ),
  },
  result: {
    it: "L'elenco delle pratiche per il tuo evento, con le scadenze da mettere in calendario.",
    en: 'The list of filings for your event, with the deadlines to put in your diary.',
  },
  times: {
    it: lines(
      'Ti consigliamo di venire almeno due mesi prima. Per eventi grandi, o con strutture da controllare, anche prima.',
      'Per spettacoli fino a 200 persone che finiscono entro la mezzanotte dello stesso giorno, al posto della licenza di solito basta una SCIA.',
    ),
    en: lines(
      'We suggest you come at least two months ahead; earlier for large events or for structures that must be inspected.',
      'For shows of up to 200 people that end by midnight of the same day, a SCIA is usually enough instead of a licence.',
    ),
  },
  cost: {
    it: "L'appuntamento è gratuito. Le pratiche possono avere bolli, diritti e il canone per il suolo pubblico. La musica ha i suoi costi di diritto d'autore.",
    en: 'The appointment is free. The filings may carry stamp duty, fees and the charge for public space. Music has its own copyright costs.',
  },
  terms: {
    it: lines(
      "L'appuntamento non sostituisce le pratiche e non autorizza l'evento.",
      'Regole: articoli 68, 69 e 80 del testo unico delle leggi di pubblica sicurezza (regio decreto 773/1931), articolo 19 della legge 241/1990, DPR 160/2010.',
    ),
    en: lines(
      'The appointment does not replace the filings and does not authorise the event.',
      'Rules: Articles 68, 69 and 80 of the public security law (Royal Decree 773/1931), Article 19 of Law 241/1990, Presidential Decree 160/2010.',
    ),
  },
  keywords: {
    it: ['sagra', 'festa di paese', 'festa patronale', 'concerto', 'musica in piazza', 'mercatino', 'pro loco', 'manifestazione', 'evento', 'camminata', 'gara', 'grigliata', 'vendere panini', "fuochi d'artificio", 'gazebo', 'lotteria', 'tombola'],
    en: ['festival', 'food fair', 'street party', 'concert', 'live music', 'market', 'event permit', 'fireworks', 'race'],
  },
  lifeEvents: ['organizzare-un-evento'],
  popularity: 74,
  notAFiling: true,
  channels: [
    {
      channel: 'video',
      moderated: true,
      durationMinutes: 45,
      noticeMinutes: 1440,
      horizonDays: 90,
      needs: [businessOperators],
      questions: [eventDate, eventSize, eventProgramme],
      texts: { before: eventConditions, beforeVideo, closing },
    },
    {
      channel: 'desk',
      moderated: true,
      durationMinutes: 45,
      noticeMinutes: 1440,
      horizonDays: 90,
      needs: [businessOperators],
      places: ['sede-unione', 'municipio-mombercelli', 'municipio-rocca-d-arazzo'],
      questions: [eventDate, eventSize, eventProgramme],
      texts: {
        documents: {
          it: 'Porta il programma e una mappa del luogo, anche disegnata a mano.',
          en: 'Bring the programme and a map of the place, even drawn by hand.',
        },
        before: eventConditions,
        after: afterDesk,
        closing,
      },
    },
  ],
};

export const suapServices: readonly ServiceContent[] = [informazioniScia, avvioOCessazione, suoloPubblico, eventi];
