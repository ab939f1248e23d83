import type { Language } from '@sportello/contract';

interface Words {
  readonly columns: readonly string[];
  /** Whoever was not let in. */
  readonly unknown: string;
}

/** What a table of the trail says beside the words of its page. */
export const tableWords: Readonly<Record<Language, Words>> = {
  it: {
    columns: ['Quando', 'Chi', 'Azione', 'Su che cosa', 'Persone', 'Scopo', 'Campi', 'Rete', 'Identificativo', 'Identificativo di chi', 'Sigillo', 'Voce'],
    unknown: 'Persona non riconosciuta',
  },
  en: {
    columns: ['When', 'Who', 'Action', 'To what', 'People', 'Purpose', 'Fields', 'Network', 'Identifier', 'Identifier of who', 'Seal', 'Entry'],
    unknown: 'Somebody not recognised',
  },
};
