// How everything is that the desk stands on: one sentence for each way a light can be, and what to do.

/** What a sentence is told: the values of the light, already written for people. */
export type LightWords = (name: string) => string;

export interface LightSentence {
  readonly means: string;
  readonly todo?: string;
}

export interface LightTexts {
  readonly says: Readonly<Record<string, (value: LightWords) => LightSentence>>;
}

const installer = 'Chiedi a chi gestisce l’installazione';
const certificates: LightTexts['says'] = {
  'certificate-expired': (value) => ({ means: `Il certificato di ${value('host')} è scaduto: i browser avvisano che il sito non è sicuro.`, todo: `${installer} di rinnovarlo subito.` }),
  'certificate-self-signed': (value) => ({ means: `Il certificato di ${value('host')} è autofirmato: i browser non si fidano.`, todo: `${installer} di metterne uno riconosciuto.` }),
  'certificate-other-name': (value) => ({ means: `Il certificato di ${value('host')} è di un altro nome.`, todo: `${installer} di metterne uno per il nome giusto.` }),
  'certificate-unknown-issuer': (value) => ({ means: `Il certificato di ${value('host')} non viene da un’autorità riconosciuta, o manca un pezzo della catena.`, todo: `${installer} di controllarlo.` }),
  'certificate-invalid': (value) => ({ means: `Il certificato di ${value('host')} non è valido.`, todo: `${installer} di controllarlo.` }),
};

const lights: Readonly<Record<string, LightTexts>> = {
  outbox: {
    says: {
      good: () => ({ means: 'I messaggi partono: nessuno è fermo e nessuno è andato perso oggi.' }),
      stuck: (value) => ({ means: `Messaggi in attesa: ${value('waiting')}. Nessuno li prende: il primo aspetta dal ${value('oldest_at')}.`, todo: 'Guarda qui sotto se i processi e i lavori funzionano.' }),
      'wrong-password': (value) => ({ means: `Messaggi in attesa: ${value('waiting')}. Il server di posta non accetta la password.`, todo: 'Correggi la password: i messaggi in attesa ripartono subito.' }),
      retried: (value) => ({ means: `Messaggi non ancora partiti: ${value('retried')}. Il server di posta non li ha presi; si riprova da soli.`, todo: 'Se non passa, controlla il server di posta.' }),
      failed: (value) => ({ means: `Messaggi non consegnati oggi: ${value('failed_today')}. Persone da chiamare: ${value('to_call')}.`, todo: 'Le persone che nessun messaggio ha raggiunto sono nella pagina di oggi, tra quelle da chiamare.' }),
      'to-call': (value) => ({ means: `Persone che un messaggio non ha raggiunto: ${value('to_call')}.`, todo: 'Chiamale: sono nella pagina di oggi.' }),
    },
  },
  mail: {
    says: {
      demo: () => ({ means: 'È una dimostrazione: le e-mail restano nella casella dimostrativa.' }),
      none: () => ({ means: 'Nessun server di posta è impostato: le e-mail non arrivano a nessuno.', todo: 'Imposta il server di posta.' }),
      good: (value) => ({ means: `${value('host')} ci fa entrare.` }),
      ends: (value) => ({ means: `Il certificato di ${value('host')} scade tra ${value('days')} giorni.`, todo: 'Avvisa chi gestisce la posta.' }),
      fails: (value) => ({ means: `Adesso ${value('host')} non funziona. ${value('failure')}`, todo: 'Apri la pagina della posta e fai una prova.' }),
    },
  },
  video: {
    says: {
      own: () => ({ means: 'Si usa la stanza dello sportello, che non ha bisogno di nessuno.' }),
      good: () => ({ means: 'Il servizio per le videochiamate risponde.' }),
      failing: (value) => ({ means: `Il servizio non risponde; l’ultima volta buona: ${value('good_at')}. Intanto ci si incontra nella stanza dello sportello.`, todo: 'Prova il collegamento.' }),
      'to-connect': () => ({ means: 'Il servizio scelto non è ancora collegato. Intanto ci si incontra nella stanza dello sportello.', todo: 'Finisci il collegamento.' }),
      'to-reconnect': () => ({ means: 'Il servizio non ci riconosce più. Intanto ci si incontra nella stanza dello sportello.', todo: 'Collega di nuovo l’account.' }),
    },
  },
  calendars: {
    says: {
      none: () => ({ means: 'Nessuna agenda segue un calendario esterno.' }),
      good: (value) => ({ means: `Calendari esterni letti: ${value('all')}.` }),
      failing: (value) => ({ means: `Calendari che non si leggono: ${value('failing')} su ${value('all')}. Valgono gli impegni letti l’ultima volta.`, todo: 'Chi usa l’agenda controlli l’indirizzo nella pagina «Collegamenti» della sua agenda.' }),
    },
  },
  scanner: {
    says: {
      none: () => ({ means: 'Nessun antivirus controlla i documenti che arrivano.', todo: `${installer} di impostarlo (CLAMD), se l’Unione lo vuole.` }),
      good: () => ({ means: 'L’antivirus risponde e controlla ogni documento.' }),
      down: () => ({ means: 'L’antivirus non risponde: finché è così nessun documento viene accettato.', todo: `${installer} di riavviarlo.` }),
    },
  },
  systems: {
    says: {
      none: () => ({ means: 'Nessun altro sistema viene avvisato di quello che succede.' }),
      good: (value) => ({ means: `Altri sistemi avvisati: ${value('all')}. Rispondono tutti.` }),
      failing: (value) => ({ means: `«${value('name')}» non prende gli avvisi; si riprova per tre giorni.`, todo: 'Avvisa chi gestisce quel sistema.' }),
      off: (value) => ({ means: `«${value('name')}» non ha preso gli avvisi per tre giorni, e non viene più avvisato.`, todo: 'Quando funziona di nuovo, riaccendi gli avvisi.' }),
    },
  },
  'api-keys': {
    says: {
      none: () => ({ means: 'Nessun altro sistema legge i dati con una chiave.' }),
      good: (value) => ({ means: `Chiavi valide: ${value('all')}. Nessuna scade nelle prossime due settimane.` }),
      ending: (value) => ({ means: `La chiave «${value('name')}» scade tra ${value('days')} giorni, il ${value('until_at')}.`, todo: 'Crea quella nuova e dalla a chi gestisce il sistema: dopo, la vecchia non apre più.' }),
      ended: (value) => ({ means: `La chiave «${value('name')}» è scaduta il ${value('until_at')}, e fino a pochi giorni fa un sistema la usava: adesso non legge più niente.`, todo: 'Crea una chiave nuova e dalla a chi gestisce il sistema. Se non serve più, revoca quella scaduta.' }),
      orphaned: (value) => ({ means: `La chiave «${value('name')}» non apre più niente: chi l’ha creata non ha più il ruolo per farlo. Fino a pochi giorni fa un sistema la usava.`, todo: 'Crea una chiave nuova e dalla a chi gestisce il sistema. Se non serve più, revoca quella di prima.' }),
    },
  },
  backup: {
    says: {
      none: () => ({ means: 'Non è mai stata fatta nessuna copia di sicurezza.', todo: `${installer} di impostare quella di ogni notte (BACKUP_DIR).` }),
      good: (value) => ({ means: `L’ultima copia, provata, è del ${value('made_at')}.` }),
      old: (value) => ({ means: `L’ultima copia è del ${value('made_at')}: è vecchia.`, todo: `${installer} di farne una, e di impostare quella di ogni notte (BACKUP_DIR).` }),
      failed: (value) => ({ means: `La copia dell’ultima notte non è riuscita. Ultima buona: ${value('made_at')}.`, todo: `${installer} di guardare se c’è posto e il registro del programma.` }),
    },
  },
  processes: {
    says: {
      none: () => ({ means: 'Nessun processo ha ancora dato segno di vita.', todo: 'Aspetta un minuto e controlla di nuovo.' }),
      good: (value) => ({ means: `Processi attivi: ${value('alive')}. Nessuno si è fermato da solo.` }),
      died: (value) => ({ means: `Un processo si è fermato senza avvisare; l’ultimo segno di vita: ${value('seen_at')}.`, todo: `Gli altri fanno il suo lavoro. ${installer} di guardare perché.` }),
      'worker-died': (value) => ({ means: `Chi spedisce i messaggi si è fermato senza avvisare; l’ultimo segno di vita: ${value('seen_at')}. Nessuno fa il suo lavoro.`, todo: `${installer} di riavviarlo. Le prenotazioni continuano, i messaggi aspettano.` }),
      'no-worker': () => ({ means: 'Nessun processo spedisce i messaggi.', todo: `${installer} di avviarne uno con ROLE=worker o ROLE=all.` }),
    },
  },
  jobs: {
    says: {
      none: () => ({ means: 'Nessun lavoro ha ancora detto come va.', todo: 'Aspetta un minuto e controlla di nuovo.' }),
      good: (value) => ({ means: `Lavori: ${value('jobs')}. Nessuno è in difficoltà.` }),
      failing: (value) => ({ means: `Lavori che non arrivano alla fine: ${value('jobs')}. Per esempio: ${value('first')}.`, todo: `Si riprova da soli. Se non passa: ${installer.toLowerCase()} di guardare il registro del programma.` }),
    },
  },
  database: {
    says: {
      good: (value) => ({ means: `${value('kind')}, ${value('size_bytes')}, risponde in ${value('answered_milliseconds')} millisecondi.` }),
      slow: (value) => ({ means: `${value('kind')} risponde piano: ${value('answered_milliseconds')} millisecondi.`, todo: `${installer} di controllare il carico e il disco.` }),
      newer: () => ({ means: 'La banca dati è di una versione più nuova di questo programma.', todo: `${installer} di aggiornare tutti i processi.` }),
    },
  },
  disk: {
    says: {
      none: () => ({ means: 'Su questa macchina non si scrive niente.' }),
      good: (value) => ({ means: `Liberi ${value('free_bytes')} su ${value('total_bytes')}.` }),
      full: (value) => ({ means: `Liberi solo ${value('free_bytes')} su ${value('total_bytes')}; ne servono almeno ${value('wanted_bytes')}. Con il disco pieno non si prenota più.`, todo: `${installer} di fare spazio o di ingrandire il disco.` }),
    },
  },
  certificate: {
    says: {
      'this-machine': () => ({ means: 'Il sito è aperto solo su questa macchina: non serve un certificato.' }),
      'not-encrypted': (value) => ({ means: `L’indirizzo pubblico ${value('host')} non è cifrato (http): i dati delle persone viaggiano in chiaro.`, todo: `${installer} di passare a https.` }),
      unreachable: (value) => ({ means: `Da qui ${value('host')} non si raggiunge, quindi il certificato non si può guardare. Da fuori può funzionare lo stesso.`, todo: 'Apri il sito da un telefono fuori dalla rete dell’ufficio.' }),
      good: (value) => ({ means: `Vale fino al ${value('until_at')}, ancora ${value('days')} giorni.` }),
      ends: (value) => ({ means: `Scade tra ${value('days')} giorni, il ${value('until_at')}. Di solito si rinnova da solo molto prima.`, todo: `${installer} perché non si è rinnovato.` }),
      ...certificates,
    },
  },
  clocks: {
    says: {
      none: () => ({ means: 'Nessun processo ha ancora confrontato il suo orologio.' }),
      good: () => ({ means: 'Gli orologi delle macchine e della banca dati vanno insieme.' }),
      skewed: (value) => ({ means: `L’orologio di ${value('machine')} è diverso da quello della banca dati di ${value('seconds')} secondi.`, todo: `${installer} di sincronizzare l’ora (NTP).` }),
    },
  },
  keys: {
    says: {
      good: () => ({ means: 'Le chiavi sono le stesse ovunque e aprono tutto quello che è cifrato.' }),
      differ: () => ({ means: 'I processi non hanno le stesse chiavi: i link di uno non valgono per l’altro.', todo: `${installer} di dare a tutti le stesse LINK_KEY e SECRETS_KEY.` }),
      unopened: (value) => ({ means: `Segreti che non si aprono con le chiavi di adesso: ${value('unopened')}.`, todo: `${installer} di rimettere la chiave di prima in SECRETS_KEY, o scrivi di nuovo le password.` }),
      guessable: () => ({ means: 'Una chiave non è stata estratta a caso: qualcuno la può indovinare.', todo: `${installer} di farne una nuova con «openssl rand».` }),
    },
  },
  version: {
    says: {
      good: (value) => ({ means: `${value('version')}, la stessa in tutti i processi.` }),
      differ: (value) => ({ means: `I processi hanno versioni diverse: ${value('versions')}.`, todo: `Durante un aggiornamento è normale per qualche minuto. Se resta così: ${installer.toLowerCase()} di aggiornare anche gli altri.` }),
    },
  },
};

const jobs: Readonly<Record<string, string>> = {
  watch: 'Guardare lo stato del sistema',
  backup: 'Fare la copia di sicurezza della notte',
  keys: 'Avvisare delle chiavi che scadono',
  webhooks: 'Avvisare gli altri sistemi',
  retention: 'Togliere i dati che non servono più',
  outbox: 'Spedire i messaggi',
  housekeeping: 'Fare ordine',
  trail: 'Sigillare il registro',
  people: 'Rendere trovabili le persone',
  calendars: 'Leggere i calendari collegati',
  meetings: 'Preparare le riunioni in video',
  papers: 'Togliere i documenti senza proprietario',
  samples: 'Misurare gli orari liberi',
  notices: 'Avvisare il personale',
};

export const it = {
  section: 'Stato del sistema',
  title: 'Stato del sistema',
  lead: 'Se tutto quello su cui si regge lo sportello funziona, e che cosa fare se non funziona.',
  overview: 'Messaggi, lavori, banca dati, disco, certificati.',
  states: { good: 'In ordine', attention: 'Da guardare', bad: 'Non va', unknown: 'Non si sa', off: 'Non in uso' },
  summary: {
    good: 'Tutto in ordine',
    attention: (count: number) => (count === 1 ? '1 cosa da guardare' : `${count} cose da guardare`),
    bad: (count: number) => (count === 1 ? '1 cosa non va' : `${count} cose non vanno`),
  },
  announce: (text: string) => `Stato del sistema: ${text}.`,
  checkedAt: (moment: string) => `Guardato il ${moment}. La pagina si aggiorna da sola ogni 30 secondi.`,
  checking: 'Alcuni controlli sono ancora in corso.',
  check: 'Controlla adesso',
  checkingNow: 'Controllo in corso…',
  since: (moment: string) => `Dal ${moment}`,
  todo: 'Che cosa fare:',
  open: { mail: 'Vai al server di posta', video: 'Vai alle videochiamate', outbox: 'Vai alla pagina di oggi', calendars: 'Vai alle agende', systems: 'Vai agli altri sistemi' },
  notFoundOut: 'Il controllo non è riuscito o ha impiegato troppo tempo.',
  notYet: 'Nessuno ha ancora guardato: il risultato arriva tra poco.',
  newLight: 'Questa pagina non conosce ancora il risultato.',
  lights,
  kinds: { sqlite: 'SQLite', pg: 'PostgreSQL' } as Readonly<Record<string, string>>,
  never: 'mai',
  details: 'Processi e lavori',
  processes: {
    caption: 'Processi',
    role: 'Che cosa fa',
    roles: { all: 'Tutto', web: 'Risponde al sito', worker: 'Lavora in sottofondo' },
    machine: 'Macchina',
    version: 'Versione',
    started: 'Avviato',
    seen: 'Ultimo segno di vita',
    state: 'Stato',
    states: { alive: 'Attivo', died: 'Si è fermato' },
    answering: 'ti sta rispondendo',
    none: 'Nessun processo ha ancora dato segno di vita.',
  },
  jobs: {
    caption: 'Lavori in sottofondo',
    name: 'Lavoro',
    state: 'Stato',
    states: { good: 'In ordine', failing: 'Non riesce', late: 'In ritardo', never: 'Non ancora finito' },
    lastGood: 'Finito bene l’ultima volta',
    names: jobs,
    none: 'Nessun lavoro ha ancora detto come va.',
  },
  mark: { open: 'Guarda lo stato del sistema' },
};
