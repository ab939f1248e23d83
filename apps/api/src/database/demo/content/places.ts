import type { PlaceContent } from './shape.ts';

/**
 * The seat receives every weekday, the larger villages once a week or more, the smaller ones every other week.
 * Streets, access notes and hours are inventions; the hours repeat what `calendars.ts` says.
 */
export const places: readonly PlaceContent[] = [
  {
    key: 'sede-unione',
    name: { it: "Sede dell'Unione", en: 'Seat of the Union' },
    municipality: 'montaldo-scarampi',
    street: 'Via di Prova 1',
    postalCode: '14048',
    locality: 'Montaldo Scarampi',
    accessNotes: {
      it: 'Ingresso senza gradini e bagno accessibile. Due posti auto riservati a persone con disabilità davanti alla porta.',
      en: 'Step-free entrance and accessible toilet. Two parking spaces for people with disabilities by the door.',
    },
    hoursText: {
      it: 'Su appuntamento: lunedì dalle 8:30 alle 12:30 e dalle 14:00 alle 17:00; martedì, mercoledì e venerdì dalle 8:30 alle 12:30; giovedì dalle 9:00 alle 12:30 e dalle 14:00 alle 17:30.',
      en: 'By appointment: Monday 8:30 to 12:30 and 14:00 to 17:00; Tuesday, Wednesday and Friday 8:30 to 12:30; Thursday 9:00 to 12:30 and 14:00 to 17:30.',
    },
  },
  {
    key: 'municipio-mombercelli',
    name: { it: 'Municipio di Mombercelli', en: 'Mombercelli Town Hall' },
    municipality: 'mombercelli',
    street: 'Via di Prova 2',
    postalCode: '14047',
    locality: 'Mombercelli',
    accessNotes: {
      it: 'Sportello al primo piano, con ascensore. Chi non può salire viene ricevuto al piano terra.',
      en: 'Desk on the first floor, with a lift. If you cannot go up, we meet you on the ground floor.',
    },
    hoursText: {
      it: 'Su appuntamento: martedì dalle 8:30 alle 12:30 e dalle 14:30 alle 17:30; mercoledì e giovedì dalle 9:00 alle 12:30.',
      en: 'By appointment: Tuesday 8:30 to 12:30 and 14:30 to 17:30; Wednesday and Thursday 9:00 to 12:30.',
    },
  },
  {
    key: 'municipio-montaldo-scarampi',
    name: { it: 'Municipio di Montaldo Scarampi', en: 'Montaldo Scarampi Town Hall' },
    municipality: 'montaldo-scarampi',
    street: 'Via di Prova 3',
    postalCode: '14048',
    locality: 'Montaldo Scarampi',
    accessNotes: {
      it: 'Ingresso senza gradini dal cortile.',
      en: 'Step-free entrance from the courtyard.',
    },
    hoursText: {
      it: "Qui non c'è lo sportello dell'Unione: a Montaldo Scarampi ti riceviamo nella Sede dell'Unione.",
      en: 'The Union has no desk here: in Montaldo Scarampi we meet you at the Seat of the Union.',
    },
  },
  {
    key: 'municipio-agliano-terme',
    name: { it: 'Municipio di Agliano Terme', en: 'Agliano Terme Town Hall' },
    municipality: 'agliano-terme',
    street: 'Via di Prova 4',
    postalCode: '14041',
    locality: 'Agliano Terme',
    accessNotes: {
      it: 'Ingresso con rampa. Sportello al piano terra.',
      en: 'Entrance with a ramp. Desk on the ground floor.',
    },
    hoursText: {
      it: 'Su appuntamento: mercoledì e giovedì dalle 9:00 alle 12:30.',
      en: 'By appointment: Wednesday and Thursday 9:00 to 12:30.',
    },
  },
  {
    key: 'municipio-azzano-d-asti',
    name: { it: "Municipio di Azzano d'Asti", en: "Azzano d'Asti Town Hall" },
    municipality: 'azzano-d-asti',
    street: 'Via di Prova 5',
    postalCode: '14030',
    locality: "Azzano d'Asti",
    accessNotes: {
      it: "Un gradino all'ingresso: suona il campanello e ti aiutiamo a entrare.",
      en: 'One step at the entrance: ring the bell and we will help you in.',
    },
    hoursText: {
      it: 'Su appuntamento, a settimane alterne: mercoledì dalle 14:00 alle 17:00 e venerdì dalle 9:00 alle 12:00.',
      en: 'By appointment, every other week: Wednesday 14:00 to 17:00 and Friday 9:00 to 12:00.',
    },
  },
  {
    key: 'municipio-rocca-d-arazzo',
    name: { it: "Municipio di Rocca d'Arazzo", en: "Rocca d'Arazzo Town Hall" },
    municipality: 'rocca-d-arazzo',
    street: 'Via di Prova 6',
    postalCode: '14030',
    locality: "Rocca d'Arazzo",
    accessNotes: {
      it: 'Ingresso senza gradini dalla porta laterale. Sportello al piano terra.',
      en: 'Step-free entrance by the side door. Desk on the ground floor.',
    },
    hoursText: {
      it: 'Su appuntamento: lunedì dalle 9:00 alle 12:30 e mercoledì dalle 14:30 alle 17:30.',
      en: 'By appointment: Monday 9:00 to 12:30 and Wednesday 14:30 to 17:30.',
    },
  },
  {
    key: 'municipio-castelnuovo-calcea',
    name: { it: 'Municipio di Castelnuovo Calcea', en: 'Castelnuovo Calcea Town Hall' },
    municipality: 'castelnuovo-calcea',
    street: 'Via di Prova 7',
    postalCode: '14040',
    locality: 'Castelnuovo Calcea',
    accessNotes: {
      it: 'Ingresso con rampa. Sportello al piano terra.',
      en: 'Entrance with a ramp. Desk on the ground floor.',
    },
    hoursText: {
      it: 'Su appuntamento, a settimane alterne: venerdì dalle 9:00 alle 12:00.',
      en: 'By appointment, every other week: Friday 9:00 to 12:00.',
    },
  },
  {
    key: 'municipio-san-marzano-oliveto',
    name: { it: 'Municipio di San Marzano Oliveto', en: 'San Marzano Oliveto Town Hall' },
    municipality: 'san-marzano-oliveto',
    street: 'Via di Prova 8',
    postalCode: '14050',
    locality: 'San Marzano Oliveto',
    accessNotes: {
      it: 'Sportello al primo piano, con ascensore.',
      en: 'Desk on the first floor, with a lift.',
    },
    hoursText: {
      it: 'Su appuntamento: mercoledì dalle 9:00 alle 12:30 e venerdì dalle 9:00 alle 12:00.',
      en: 'By appointment: Wednesday 9:00 to 12:30 and Friday 9:00 to 12:00.',
    },
  },
  {
    key: 'municipio-vigliano-d-asti',
    name: { it: "Municipio di Vigliano d'Asti", en: "Vigliano d'Asti Town Hall" },
    municipality: 'vigliano-d-asti',
    street: 'Via di Prova 9',
    postalCode: '14040',
    locality: "Vigliano d'Asti",
    accessNotes: {
      it: "Tre gradini all'ingresso. Se fai fatica, scrivilo nei dettagli: ti riceviamo nella sala al piano terra, dall'altra porta.",
      en: 'Three steps at the entrance. If they are a problem, say so in the details: we will meet you in the ground-floor room, by the other door.',
    },
    hoursText: {
      it: 'Su appuntamento, a settimane alterne: venerdì dalle 9:00 alle 12:00.',
      en: 'By appointment, every other week: Friday 9:00 to 12:00.',
    },
  },
  {
    key: 'municipio-vinchio',
    name: { it: 'Municipio di Vinchio', en: 'Vinchio Town Hall' },
    municipality: 'vinchio',
    street: 'Via di Prova 10',
    postalCode: '14040',
    locality: 'Vinchio',
    accessNotes: {
      it: 'Ingresso senza gradini. Sportello al piano terra.',
      en: 'Step-free entrance. Desk on the ground floor.',
    },
    hoursText: {
      it: 'Su appuntamento, a settimane alterne: mercoledì dalle 14:00 alle 17:00 e venerdì dalle 9:00 alle 12:00.',
      en: 'By appointment, every other week: Wednesday 14:00 to 17:00 and Friday 9:00 to 12:00.',
    },
  },
];
