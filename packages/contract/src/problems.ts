/**
 * The one catalogue of problems (RFC 9457). A name is the last segment of the problem's `type`; each has a page of
 * documentation made from these texts. Names and members are part of the API: added, never renamed.
 */
export interface ProblemText {
  readonly title: string;
  readonly explanation: string;
}

export interface ProblemDefinition {
  readonly status: number;
  /** Named members beside the standard ones, as the document of the API lists them. */
  readonly members: readonly string[];
  readonly it: ProblemText;
  readonly en: ProblemText;
}

function problem(status: number, it: ProblemText, en: ProblemText, ...members: string[]): ProblemDefinition {
  return { status, members, it, en };
}

export const problems = {
  'malformed-body': problem(
    400,
    { title: 'Richiesta non leggibile', explanation: 'Il corpo della richiesta non è JSON valido in UTF-8.' },
    { title: 'Unreadable request', explanation: 'The body of the request is not valid JSON in UTF-8.' },
  ),
  'idempotency-key-missing': problem(
    400,
    {
      title: 'Manca la chiave della richiesta',
      explanation: 'Ogni POST porta l’intestazione Idempotency-Key: da 16 a 200 caratteri visibili che nessun altro sceglierebbe, per esempio un UUID.',
    },
    {
      title: 'The key of the request is missing',
      explanation: 'Every POST carries the header Idempotency-Key: 16 to 200 visible characters that nobody else would choose, such as a UUID.',
    },
  ),
  unauthorized: problem(
    401,
    { title: 'Serve il tuo link', explanation: 'Questa operazione chiede il codice segreto nell’intestazione Authorization: Bearer.' },
    { title: 'Your link is needed', explanation: 'This operation needs the secret token in the header Authorization: Bearer.' },
  ),
  'key-needed': problem(
    401,
    {
      title: 'Serve una chiave valida',
      explanation: 'Questa operazione è per altri sistemi: chiede una chiave nell’intestazione Authorization: Bearer. `why` dice se manca (`missing`), non è giusta (`wrong`), è scaduta (`expired`), è stata revocata (`revoked`) o chi l’ha creata non è più amministratore (`orphaned`).',
    },
    {
      title: 'A good key is needed',
      explanation: 'This is for other systems: it needs a key in the header Authorization: Bearer. `why` says whether it is missing (`missing`), not right (`wrong`), expired (`expired`), revoked (`revoked`), or whoever made it does not administer the desk any more (`orphaned`).',
    },
    'why',
  ),
  'scope-missing': problem(
    403,
    { title: 'La chiave non lo permette', explanation: 'La chiave è giusta, ma non ha il permesso per questa operazione. Un amministratore può crearne una che lo ha.' },
    { title: 'The key does not open this', explanation: 'The key is good, but lacks the scope of this operation. An administrator can make one that has it.' },
  ),
  'wrong-credentials': problem(
    401,
    { title: 'Accesso non riuscito', explanation: 'L’indirizzo e-mail o la password non sono quelli giusti, oppure l’accesso è sospeso.' },
    { title: 'Sign-in failed', explanation: 'The e-mail address or the password is not the right one, or the account is suspended.' },
  ),
  'wrong-code': problem(
    401,
    { title: 'Codice non valido', explanation: 'Il codice non è quello giusto, è scaduto o è già stato usato. Aspetta il prossimo e riprova.' },
    { title: 'Code not valid', explanation: 'The code is not the right one, has expired or was used already. Wait for the next one and try again.' },
  ),
  'sign-in-over': problem(
    401,
    { title: 'Il tempo per accedere è finito', explanation: 'Sono passati più di cinque minuti, o i tentativi sono finiti: ricomincia dall’inizio.' },
    { title: 'The time to sign in is over', explanation: 'More than five minutes have passed, or the attempts are used up: begin again.' },
  ),
  'session-needed': problem(
    401,
    { title: 'Devi accedere', explanation: 'Questa pagina è riservata al personale: accedi per continuare.' },
    { title: 'You need to sign in', explanation: 'This is for the staff only: sign in to go on.' },
  ),
  'session-stale': problem(
    401,
    { title: 'Sessione da rinnovare', explanation: 'Il gettone della sessione ha più di cinque minuti: il sito lo rinnova da solo.' },
    { title: 'Session to be renewed', explanation: 'The token of the session is older than five minutes: the site renews it by itself.' },
  ),
  'session-over': problem(
    401,
    { title: 'La sessione è finita', explanation: 'Per sicurezza la sessione è stata chiusa. Accedi di nuovo: quello che hai scritto resta.' },
    { title: 'The session is over', explanation: 'The session was closed for safety. Sign in again: what you typed is still there.' },
  ),
  'not-allowed': problem(
    403,
    { title: 'Non permesso', explanation: 'Il tuo ruolo non permette questa operazione. Chiedi a un amministratore.' },
    { title: 'Not allowed', explanation: 'Your role does not allow this. Ask an administrator.' },
  ),
  'second-factor-needed': problem(
    403,
    { title: 'Serve un secondo fattore', explanation: 'Prima di continuare imposta un’app di autenticazione o una passkey.' },
    { title: 'A second factor is needed', explanation: 'Before you go on, set up an authenticator app or a passkey.' },
  ),
  'fresh-sign-in-needed': problem(
    403,
    { title: 'Conferma che sei tu', explanation: 'Per questa operazione serve un accesso di meno di dieci minuti fa: accedi di nuovo.' },
    { title: 'Confirm that it is you', explanation: 'This needs a sign-in of less than ten minutes ago: sign in again.' },
  ),
  'wrong-origin': problem(
    403,
    { title: 'Richiesta da un altro sito', explanation: 'Le operazioni del personale si accettano solo dalle pagine di questo sito, al suo indirizzo pubblico.' },
    { title: 'Request from another site', explanation: 'What the staff does is accepted from the pages of this site only, at its public address.' },
  ),
  'captcha-required': problem(
    403,
    {
      title: 'Serve una verifica in più',
      explanation: 'Da questo indirizzo sono già riservati molti orari. Risolvi la prova di calcolo in `challenge` e ripeti la richiesta con la soluzione in `captcha`.',
    },
    {
      title: 'One more check is needed',
      explanation: 'Many times are already on hold from this address. Solve the proof of work in `challenge` and repeat the request with the solution in `captcha`.',
    },
    'challenge',
  ),
  'not-found': problem(
    404,
    { title: 'Non trovato', explanation: 'Non esiste, oppure il codice o il link non sono quelli giusti.' },
    { title: 'Not found', explanation: 'It does not exist, or the code or the link is not the right one.' },
  ),
  'slot-taken': problem(
    409,
    { title: 'L’orario è appena stato preso', explanation: 'Un’altra persona ha preso questo orario. In `alternatives` ci sono i più vicini ancora liberi.' },
    { title: 'That time was just taken', explanation: 'Somebody else took this time. `alternatives` lists the nearest ones that are still free.' },
    'alternatives',
  ),
  'hold-expired': problem(
    409,
    { title: 'L’orario riservato è scaduto', explanation: 'Il tempo per confermare è finito. Riserva di nuovo lo stesso orario o uno di quelli in `alternatives`.' },
    { title: 'The hold has ended', explanation: 'The time to confirm is over. Hold the same time again, or one of those in `alternatives`.' },
    'alternatives',
  ),
  'hold-used': problem(
    409,
    { title: 'Orario già confermato', explanation: 'Questo orario riservato è già diventato un appuntamento.' },
    { title: 'Already confirmed', explanation: 'This hold has already become an appointment.' },
  ),
  'limit-reached': problem(
    409,
    { title: 'Limite di appuntamenti raggiunto', explanation: 'Hai già il numero massimo di appuntamenti previsto per questo servizio.' },
    { title: 'Limit of appointments reached', explanation: 'You already have as many appointments as this service allows.' },
  ),
  'too-late': problem(
    409,
    { title: 'È troppo tardi', explanation: 'Il termine per questa operazione è passato. Telefona all’ufficio.' },
    { title: 'It is too late', explanation: 'The term for this operation is over. Please phone the office.' },
    'until',
  ),
  'state-conflict': problem(
    409,
    { title: 'Lo stato non lo permette', explanation: 'Nello stato attuale l’appuntamento non può essere cambiato così.' },
    { title: 'The state does not allow it', explanation: 'In its present state the appointment cannot be changed this way.' },
    'state',
  ),
  'changed-meanwhile': problem(
    409,
    { title: 'Qualcun altro l’ha cambiato', explanation: 'Mentre lavoravi qualcun altro ha salvato una modifica. Guarda com’è ora e riprova.' },
    { title: 'Somebody else changed it', explanation: 'Somebody else saved a change while you were working. Look at it as it is now and try again.' },
    'appointment',
  ),
  'still-used': problem(
    409,
    { title: 'È ancora in uso', explanation: 'Altre cose dipendono da questa: prima vanno cambiate quelle. Se serve solo per il passato, archiviala.' },
    { title: 'It is still in use', explanation: 'Other things depend on it: those are to be changed first. If only the past needs it, archive it.' },
  ),
  'data-kept': problem(
    409,
    { title: 'I dati vanno conservati', explanation: 'Un amministratore ha deciso di conservarli per un motivo, per esempio un ricorso. Finché vale, non si cancellano.' },
    { title: 'The data have to be kept', explanation: 'An administrator decided to keep them for a reason, such as a dispute. As long as that holds they are not erased.' },
  ),
  'undo-over': problem(
    409,
    { title: 'Non si può più annullare', explanation: 'Il minuto per annullare è passato e i messaggi sono partiti, oppure è già stato annullato.' },
    { title: 'It cannot be taken back any more', explanation: 'The minute to take it back is over and the messages have left, or it was taken back already.' },
  ),
  'too-many-links': problem(
    409,
    { title: 'Troppi collegamenti', explanation: 'Ci sono già troppi indirizzi di questo tipo: togline uno che non serve più, poi riprova.' },
    { title: 'Too many links', explanation: 'There are too many addresses of this kind already: take away one that is not needed any more, then try again.' },
  ),
  'beyond-reach': problem(
    409,
    { title: 'Riguarda anche altri uffici', explanation: 'Questa persona ha appuntamenti anche con uffici che non sono i tuoi: chiedi a un amministratore.' },
    { title: 'Other offices are concerned too', explanation: 'This person has appointments with offices that are not yours as well: ask an administrator.' },
  ),
  'room-closed': problem(
    409,
    { title: 'La stanza non è aperta', explanation: 'La stanza video non si può usare adesso: `why` dice perché, `opens_at` da quando.' },
    { title: 'The room is not open', explanation: 'The video room cannot be used now: `why` says why, `opens_at` from when.' },
    'why',
    'opens_at',
  ),
  'not-admitted': problem(
    403,
    { title: 'Non ancora nella stanza', explanation: 'L’ufficio non ti ha ancora fatto entrare: aspetta nella sala d’attesa.' },
    { title: 'Not in the room yet', explanation: 'The office has not let you in yet: wait in the waiting room.' },
  ),
  'last-administrator': problem(
    409,
    { title: 'È l’ultimo amministratore', explanation: 'Almeno una persona deve restare amministratore: prima dai questo ruolo a qualcun altro.' },
    { title: 'The last administrator', explanation: 'At least one person must stay an administrator: give that role to somebody else first.' },
  ),
  'last-factor': problem(
    409,
    { title: 'È l’ultimo secondo fattore', explanation: 'Prima di toglierlo aggiungine un altro: senza non potresti più accedere.' },
    { title: 'The last second factor', explanation: 'Add another one before you remove it: without, you could not sign in any more.' },
  ),
  'email-in-use': problem(
    409,
    { title: 'Indirizzo già usato', explanation: 'Una persona del personale ha già questo indirizzo e-mail.' },
    { title: 'Address in use', explanation: 'Somebody of the staff already has this e-mail address.' },
  ),
  'link-over': problem(
    410,
    { title: 'Il link non vale più', explanation: 'È scaduto, è già stato usato o ne è stato mandato uno più nuovo. Chiedine un altro.' },
    { title: 'The link is over', explanation: 'It has expired, was used already, or a newer one was sent. Ask for another.' },
  ),
  'request-in-progress': problem(
    409,
    { title: 'Richiesta già in corso', explanation: 'La stessa richiesta è ancora in lavorazione. Riprova tra poco.' },
    { title: 'Request in progress', explanation: 'The same request is still being worked on. Try again shortly.' },
  ),
  'body-too-large': problem(
    413,
    { title: 'Richiesta troppo grande', explanation: 'Il corpo della richiesta supera 64 kB.' },
    { title: 'Request too large', explanation: 'The body of the request exceeds 64 kB.' },
  ),
  'file-too-large': problem(
    413,
    { title: 'File troppo grande', explanation: 'Un file può avere al massimo 20 MB. Se è una scansione, salvala con una qualità più bassa.' },
    { title: 'File too large', explanation: 'A file may have 20 MB at most. If it is a scan, save it with a lower quality.' },
  ),
  'unsupported-media-type': problem(
    415,
    { title: 'Formato non accettato', explanation: 'Il corpo della richiesta deve essere JSON (application/json; per PATCH application/merge-patch+json).' },
    { title: 'Unsupported media type', explanation: 'The body of the request must be JSON (application/json; for PATCH application/merge-patch+json).' },
  ),
  validation: problem(
    422,
    { title: 'Dati da correggere', explanation: 'Qualche dato manca o non va bene: `errors` dice quale e come rimediare.' },
    { title: 'Something needs correcting', explanation: 'Some value is missing or not right: `errors` says which one and how to mend it.' },
    'errors',
  ),
  'file-not-accepted': problem(
    422,
    { title: 'File non accettato', explanation: 'Si possono mandare PDF, JPEG, PNG, DOCX e P7M, interi e senza virus. `reason` dice che cosa non va.' },
    { title: 'File not accepted', explanation: 'PDF, JPEG, PNG, DOCX and P7M can be sent, whole and without viruses. `reason` says what is wrong.' },
    'reason',
  ),
  'connection-refused': problem(
    422,
    { title: 'Collegamento non riuscito', explanation: 'Il fornitore non ha accettato il collegamento: `failure` dice perché. Non è cambiato niente.' },
    { title: 'Connection refused', explanation: 'The vendor did not accept the connection: `failure` says why. Nothing was changed.' },
    'failure',
  ),
  'busy-source-unreadable': problem(
    422,
    { title: 'Calendario non leggibile', explanation: 'A quell’indirizzo non si è letto nessun calendario: `failure` dice perché. Non è stato salvato niente.' },
    { title: 'Calendar not readable', explanation: 'No calendar could be read at that address: `failure` says why. Nothing was saved.' },
    'failure',
  ),
  'idempotency-key-reused': problem(
    422,
    { title: 'Chiave già usata', explanation: 'La stessa Idempotency-Key è già servita per una richiesta con un altro contenuto.' },
    { title: 'Key already used', explanation: 'The same Idempotency-Key was already used for a request with another content.' },
  ),
  'slot-not-offered': problem(
    422,
    {
      title: 'L’orario scelto non è disponibile',
      explanation: 'A quell’ora non si riceve: è chiuso, troppo presto, troppo lontano o fuori dagli orari di inizio. In `alternatives` ci sono i più vicini liberi.',
    },
    {
      title: 'The chosen time is not offered',
      explanation: 'Nobody receives at that time: closed, too soon, too far ahead or not one of the starting times. `alternatives` lists the nearest free ones.',
    },
    'alternatives',
  ),
  'too-many-requests': problem(
    429,
    { title: 'Troppe richieste', explanation: 'Sono arrivate troppe richieste da questo indirizzo. Retry-After dice tra quanti secondi riprovare.' },
    { title: 'Too many requests', explanation: 'Too many requests came from this address. Retry-After says in how many seconds to try again.' },
  ),
  'internal-error': problem(
    500,
    { title: 'Errore del servizio', explanation: 'Qualcosa si è rotto da noi. Se si ripete, comunicaci il numero in `instance`.' },
    { title: 'Service error', explanation: 'Something broke on our side. If it happens again, tell us the number in `instance`.' },
  ),
  'service-unavailable': problem(
    503,
    { title: 'Servizio non disponibile', explanation: 'Il servizio non può rispondere in questo momento. Nulla è stato cambiato: riprova tra poco o telefona.' },
    { title: 'Service unavailable', explanation: 'The service cannot answer right now. Nothing was changed: try again shortly, or phone.' },
  ),
} as const satisfies Record<string, ProblemDefinition>;

export type ProblemName = keyof typeof problems;

/** A name that this build knows; clients treat any other as "changed, look again". */
export function isProblemName(name: string): name is ProblemName {
  return Object.hasOwn(problems, name);
}
