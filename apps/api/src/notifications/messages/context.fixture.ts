import type { Channel } from '@sportello/contract';
import type { MessageContext } from './context.ts';

const base: MessageContext = {
  language: 'it',
  timeZone: 'Europe/Rome',
  union: { name: 'Unione di Prova', phone: '+390141000010', email: 'unione@example.org', address: 'Via di Prova 1, 14048 Montaldo Scarampi (AT)' },
  office: { name: 'SUAP', phone: '+390141000012' },
  service: 'Informazioni su una SCIA',
  municipality: 'Mombercelli',
  id: '0199aaaa-0000-7000-8000-000000000001',
  code: 'K7QM-3XRT',
  state: 'confirmed',
  sequence: 0,
  channel: 'video',
  startsAt: Date.parse('2026-12-03T10:00:00+01:00'),
  endsAt: Date.parse('2026-12-03T10:30:00+01:00'),
  place: null,
  homeAddress: null,
  moveUntil: Date.parse('2026-12-02T10:00:00+01:00'),
  cancelUntil: Date.parse('2026-12-03T06:00:00+01:00'),
  refusalReason: null,
  cancellationReason: null,
  proposal: null,
  person: { givenName: 'Ada', familyName: 'Rossi', phone: '+393331234123' },
  manageLink: 'https://sportello.example.org/appuntamento/K7QM-3XRT#AZmqAAAAcACAAAAAAAAAAc4rN2sFqTzW8hYc0Jm1uVx5oKd3',
  pageAddress: 'https://sportello.example.org/appuntamento/K7QM-3XRT',
  bookAgainLink: 'https://sportello.example.org/?servizio=informazioni-scia',
  ownTexts: {},
  documents: 'Se li hai:\n- un documento d’identità;\n- il numero della pratica.',
  after: null,
  beforeVideo: 'Cinque minuti prima apri il link e prova microfono e videocamera.',
};

const byChannel: Readonly<Record<Channel, Partial<MessageContext>>> = {
  video: {},
  phone: { beforeVideo: null, after: 'Ti chiamiamo noi, all’ora fissata.' },
  desk: {
    beforeVideo: null,
    after: 'Vieni qualche minuto prima.',
    place: {
      name: 'Municipio di Mombercelli',
      address: 'Via di Prova 2, 14047 Mombercelli (AT)',
      accessNotes: 'Sportello al primo piano, con ascensore.',
    },
  },
  home: { beforeVideo: null, documents: null, homeAddress: 'Via Roma 12/A, 14047 Mombercelli' },
};

/** An appointment of Ada Rossi on Thursday 3 December 2026, 10:00 in Rome. */
export function messageContext(change: Partial<MessageContext> = {}): MessageContext {
  const channel = change.channel ?? 'video';
  return { ...base, channel, ...byChannel[channel], ...change };
}
