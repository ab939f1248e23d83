import type { FileRefusal } from '@sportello/contract';
import { problem, type ProblemError, type Said } from '../http/problems.ts';

const says: Readonly<Record<FileRefusal, Said>> = {
  name: { it: 'Il nome del file ha caratteri che non si possono usare, o è troppo lungo: cambialo e riprova.', en: 'The name of the file has characters that cannot be used, or is too long: change it and try again.' },
  type: { it: 'Si possono mandare solo PDF, JPEG, PNG, DOCX e P7M.', en: 'Only PDF, JPEG, PNG, DOCX and P7M can be sent.' },
  content: { it: 'Il contenuto non è quello che dice il nome, oppure il file è rovinato o ha delle macro.', en: 'The content is not what the name says, or the file is damaged or has macros.' },
  empty: { it: 'Il file è vuoto.', en: 'The file is empty.' },
  malware: { it: 'Nel file è stato trovato un virus: non è stato conservato.', en: 'A virus was found in the file: it was not kept.' },
  'too-many': { it: 'I documenti sono già 30: toglierne uno prima di aggiungerne altri.', en: 'There are 30 documents already: take one away before you add others.' },
  closed: { it: 'Per questo appuntamento non si possono più aggiungere documenti.', en: 'No more documents can be added to this appointment.' },
};

/** `throw refused('content')` */
export function refused(reason: FileRefusal): ProblemError {
  return problem('file-not-accepted', { reason, detail: says[reason] });
}
