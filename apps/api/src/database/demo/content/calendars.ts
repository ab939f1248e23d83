import type { CalendarContent } from './shape.ts';

/**
 * Nine calendars make the desk live: mornings everywhere, some afternoons, one Saturday in two. Smaller villages take
 * turns, a week each. Rules of one calendar never overlap.
 */
export const calendars: readonly CalendarContent[] = [
  {
    key: 'tecnico-1',
    kind: 'operator',
    name: 'Sportello tecnico 1 (demo)',
    office: 'ufficio-tecnico',
    opening: [
      { days: ['mon', 'fri'], start: '08:30', end: '12:30', place: 'sede-unione', channels: ['desk', 'video', 'phone'] },
      { days: ['tue'], start: '09:00', end: '12:30', place: 'municipio-mombercelli', channels: ['desk'] },
      { days: ['wed'], start: '08:30', end: '12:30', channels: ['video', 'phone'] },
      { days: ['thu'], start: '14:00', end: '17:30', place: 'sede-unione', channels: ['desk', 'video', 'phone'] },
    ],
  },
  {
    key: 'tecnico-2',
    kind: 'operator',
    name: 'Sportello tecnico 2 (demo)',
    office: 'ufficio-tecnico',
    opening: [
      { days: ['mon'], start: '14:00', end: '17:00', place: 'sede-unione', channels: ['desk', 'video'] },
      { days: ['tue', 'thu'], start: '08:45', end: '12:45', channels: ['video', 'phone'] },
      { days: ['wed'], start: '09:00', end: '12:30', place: 'municipio-agliano-terme', channels: ['desk'] },
      { days: ['fri'], start: '09:00', end: '12:00', place: 'municipio-castelnuovo-calcea', channels: ['desk'], everyWeeks: 2, weekOffset: 0 },
      { days: ['fri'], start: '09:00', end: '12:00', place: 'municipio-vigliano-d-asti', channels: ['desk'], everyWeeks: 2, weekOffset: 1 },
    ],
  },
  {
    key: 'sue-1',
    kind: 'operator',
    name: 'Sportello edilizia 1 (demo)',
    office: 'sue',
    opening: [
      { days: ['mon', 'thu', 'fri'], start: '09:00', end: '12:30', place: 'sede-unione', channels: ['desk', 'video', 'phone'] },
      { days: ['tue'], start: '14:30', end: '17:30', place: 'municipio-mombercelli', channels: ['desk'] },
      { days: ['wed'], start: '14:00', end: '17:00', channels: ['video', 'phone'] },
    ],
  },
  {
    key: 'suap-1',
    kind: 'operator',
    name: 'Sportello imprese 1 (demo)',
    office: 'suap',
    opening: [
      { days: ['mon', 'wed', 'thu'], start: '09:00', end: '12:30', place: 'sede-unione', channels: ['desk', 'video', 'phone'] },
      { days: ['tue'], start: '14:00', end: '17:30', channels: ['video', 'phone'] },
      { days: ['fri'], start: '09:00', end: '12:00', place: 'municipio-san-marzano-oliveto', channels: ['desk'] },
    ],
  },
  {
    key: 'suap-2',
    kind: 'operator',
    name: 'Sportello imprese 2 (demo)',
    office: 'suap',
    opening: [
      { days: ['mon'], start: '14:00', end: '17:30', channels: ['video', 'phone'] },
      { days: ['tue', 'fri'], start: '08:30', end: '12:30', place: 'sede-unione', channels: ['desk', 'video', 'phone'] },
      { days: ['wed'], start: '14:30', end: '17:30', place: 'municipio-rocca-d-arazzo', channels: ['desk'] },
      { days: ['thu'], start: '09:00', end: '12:30', place: 'municipio-mombercelli', channels: ['desk'] },
    ],
  },
  {
    key: 'punto-risposte-1',
    kind: 'operator',
    name: 'Operatrice dimostrativa 1',
    office: 'punto-risposte',
    opening: [
      { days: ['mon', 'wed', 'fri'], start: '08:30', end: '12:30', place: 'sede-unione', channels: ['desk', 'video', 'phone'] },
      { days: ['tue'], start: '08:30', end: '12:30', place: 'municipio-mombercelli', channels: ['desk', 'phone'] },
      { days: ['thu'], start: '09:00', end: '12:30', place: 'municipio-agliano-terme', channels: ['desk'] },
      { days: ['thu'], start: '14:30', end: '18:00', channels: ['video', 'phone'] },
    ],
  },
  {
    key: 'punto-risposte-2',
    kind: 'operator',
    name: 'Operatore dimostrativo 2',
    office: 'punto-risposte',
    opening: [
      { days: ['mon'], start: '09:00', end: '12:30', place: 'municipio-rocca-d-arazzo', channels: ['desk'] },
      { days: ['tue', 'thu'], start: '09:00', end: '12:30', place: 'sede-unione', channels: ['desk', 'video', 'phone'] },
      { days: ['tue'], start: '14:00', end: '17:30', channels: ['video', 'phone'] },
      { days: ['wed'], start: '09:00', end: '12:30', place: 'municipio-san-marzano-oliveto', channels: ['desk'] },
      { days: ['fri'], start: '09:00', end: '12:00', place: 'municipio-vinchio', channels: ['desk'], everyWeeks: 2, weekOffset: 0 },
      { days: ['fri'], start: '09:00', end: '12:00', place: 'municipio-azzano-d-asti', channels: ['desk'], everyWeeks: 2, weekOffset: 1 },
      { days: ['sat'], start: '09:00', end: '12:00', channels: ['video', 'phone'], everyWeeks: 2, weekOffset: 1 },
    ],
  },
  {
    key: 'amico-digitale-1',
    kind: 'operator',
    name: 'Amico digitale 1 (demo)',
    office: 'amico-digitale',
    opening: [
      { days: ['mon', 'fri'], start: '09:00', end: '12:30', place: 'sede-unione', channels: ['desk', 'video', 'phone'] },
      { days: ['tue'], start: '09:00', end: '12:30', channels: ['home'] },
      { days: ['tue'], start: '14:00', end: '17:00', channels: ['home'] },
      { days: ['wed'], start: '09:00', end: '12:30', place: 'municipio-mombercelli', channels: ['desk'] },
      { days: ['wed'], start: '14:00', end: '17:00', place: 'municipio-azzano-d-asti', channels: ['desk'], everyWeeks: 2, weekOffset: 0 },
      { days: ['wed'], start: '14:00', end: '17:00', place: 'municipio-vinchio', channels: ['desk'], everyWeeks: 2, weekOffset: 1 },
      { days: ['thu'], start: '09:00', end: '12:30', channels: ['home'] },
      { days: ['thu'], start: '14:30', end: '17:30', channels: ['video', 'phone'] },
    ],
  },
  {
    key: 'bici-1',
    kind: 'thing',
    name: 'Bici elettrica (demo)',
    office: 'amico-digitale',
    opening: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], start: '08:30', end: '17:30', channels: ['home'] }],
  },
];
