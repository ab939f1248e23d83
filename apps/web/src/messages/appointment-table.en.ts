import type { it } from './appointment-table.it.ts';

export const en: typeof it = {
  section: 'Appointments as a table',
  title: 'Appointments as a table',
  lead: 'Download the appointments of a period, to be opened in a spreadsheet.',
  overview: 'The appointments of a period, to be opened in a spreadsheet.',
  from: 'First day',
  to: 'Last day',
  office: 'Office',
  service: 'Service',
  all: 'All',
  format: 'Format',
  formats: { xlsx: 'Spreadsheet (XLSX), for Excel and LibreOffice', csv: 'Separated text (CSV), for other programs' },
  withPeople: 'Add names, e-mail addresses and phones',
  withPeopleHelp: 'Only if they are really needed: the trail keeps who downloaded them, when, of how many people and why.',
  reason: 'Why the data of people are needed',
  reasonHelp: 'For example: request of access, file 123/2026.',
  send: 'Download the table',
  saved: 'The table was downloaded.',
  peopleSaved: 'The table was downloaded. It holds personal data: keep it in a safe place and delete it once it is not needed any more.',
  empty: 'There are no appointments on these days: the table has only its first line.',
  mistakes: { day: 'Enter the day.', order: 'The last day comes before the first.', year: 'Choose a year at most.', reason: 'Write why they are needed: a few words at least.' },
};
