// What tests of the booking stand on: one service of one office, in one comune.
import type { Hold, Municipality, Office, Place, Question, ServiceChannel, ServicePage } from '@sportello/contract';
import { type Draft, emptyDraft } from './draft.ts';
import type { Bookable } from './resolve-choice.ts';

const noTexts = { documents: null, before: null, after: null, before_video: null, closing: null };
const rules = { duration_minutes: 30, notice_minutes: 120, horizon_days: 60, hold_minutes: 10, move_cutoff_minutes: 1440, cancel_cutoff_minutes: 240, moderated: false };

export const municipality: Municipality = { id: 'm-1', name: 'Mombercelli', istat_code: '005066', postal_code: '14047', slug: 'mombercelli', province: 'AT' };
export const office: Office = { id: 'o-1', slug: 'suap', name: 'SUAP', short_name: 'SUAP', description: '', phone: '', email: '', municipality_ids: ['m-1'] };
export const place: Place = { id: 'place-1', name: 'Municipio', address: 'Via di Prova 1', municipality_id: 'm-1', access_notes: '' };

export function way(change: Partial<ServiceChannel> = {}): ServiceChannel {
  return { channel: 'video', ...rules, who_may_book: 'citizens', places: [], operators: [], questions: [], texts: noTexts, ...change };
}

export function question(change: Partial<Question> = {}): Question {
  return { id: 'q-1', kind: 'short_text', label: 'Dove?', help: null, required: true, choices: [], ...change };
}

export function service(...channels: ServiceChannel[]): ServicePage {
  const texts = { summary: '', for_whom: '', how: '', needed: '', result: '', times: '', cost: '', terms: '' };
  return { id: 's-1', slug: 'scia', name: 'SCIA', office_id: 'o-1', ...texts, life_events: [], contacts: { phone: '', email: '' }, channels };
}

export const bookable: Bookable = { municipality, service: service(way()), way: way(), place: undefined, operator: undefined, invitation: undefined };
export const desk: Bookable = { ...bookable, way: way({ channel: 'desk', places: [place] }), place };

export const hold: Hold = {
  id: 'h-1',
  token: 'token',
  service_id: 's-1',
  channel: 'video',
  municipality_id: 'm-1',
  place_id: null,
  starts_at: '2026-12-03T10:00:00+01:00',
  ends_at: '2026-12-03T10:30:00+01:00',
  expires_at: '2026-12-01T10:10:00+01:00',
  extended: false,
};

export const ada = { 'person/given_name': 'Ada', 'person/family_name': 'Rossi', 'person/email': 'ada@example.org' };

export function draft(change: Partial<Draft> = {}): Draft {
  return { ...emptyDraft, ...change };
}
