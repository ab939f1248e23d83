import { describe, expect, it } from 'vitest';
import { draftIn, emptyDraft } from './draft.ts';

const hold = { id: 'h', token: 't', service_id: 's', channel: 'video', municipality_id: 'm', place_id: null, starts_at: '2026-12-03T10:00:00+01:00', ends_at: '2026-12-03T10:30:00+01:00', expires_at: '2026-12-01T10:10:00+01:00', extended: false };

describe('a draft that was kept', () => {
  it('is read back as it was written', () => {
    const draft = { ...emptyDraft, notice: '2026-1', start: hold.starts_at, startFor: 'm s video ', hold, typed: { 'person/given_name': 'Ada' }, sending: { key: 'k', body: '{}' } };
    expect(draftIn(JSON.stringify(draft))).toEqual(draft);
  });

  it.each([null, '', 'not json', '[]', '"text"', 'null', '{"typed":3,"hold":{"id":1},"sending":"x","notice":7}'])('begins empty where it cannot be read: %s', (text) => {
    expect(draftIn(text)).toEqual(emptyDraft);
  });

  it('loses only the fields that are no text', () => {
    expect(draftIn('{"typed":{"details":"a","topic":5}}').typed).toEqual({ details: 'a' });
  });
});
