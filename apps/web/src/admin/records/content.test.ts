import { describe, expect, test } from 'vitest';
import { isSame, valueAt, withNewer, withoutBlanks, withValueAt } from './content.ts';

const office = { kind: 'office', name: { it: 'Anagrafe', en: 'Registry' }, phone: '0141', serves: [{ municipality_id: 'a', first_day: '2026-01-01' }] };

describe('a content', () => {
  test('is read and changed by pointer', () => {
    expect(valueAt(office, '/serves/0/first_day')).toBe('2026-01-01');
    expect(valueAt(office, '/description/it')).toBeUndefined();
    expect(withValueAt(office, '/serves/0/last_day', '2026-12-31').serves).toEqual([{ municipality_id: 'a', first_day: '2026-01-01', last_day: '2026-12-31' }]);
    expect(withValueAt(office, '/description/it', 'Testo')).toMatchObject({ name: office.name, description: { it: 'Testo' } });
  });

  test('leaves out what says nothing, and keeps what is empty on purpose', () => {
    expect(withoutBlanks({ name: { it: 'Sede', en: '' }, notes: { it: '', en: ' ' }, keywords: {}, needs: [], last_day: null })).toEqual({ name: { it: 'Sede' }, keywords: {}, needs: [] });
  });

  test('is the same whatever the order and the blanks', () => {
    expect(isSame({ a: 1, b: { it: 'x', en: '' } }, { b: { it: 'x' }, a: 1 })).toBe(true);
    expect(isSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  });

  test('takes what somebody else changed, and keeps what one wrote oneself', () => {
    const mine = { ...office, name: { it: 'Anagrafe mia', en: 'Registry' } };
    const newer = { ...office, name: { it: 'Anagrafe altrui', en: 'Registry office' }, phone: '0142' };
    expect(withNewer(mine, office, newer)).toEqual({ ...office, name: { it: 'Anagrafe mia', en: 'Registry office' }, phone: '0142' });
  });

  describe('with channels', () => {
    const video = { channel: 'video', duration_minutes: 30, questions: [{ id: 'q' }] };
    const desk = { channel: 'desk', duration_minutes: 20, questions: [] };
    const phone = { channel: 'phone', duration_minutes: 15, questions: [] };
    const service = (...channels: readonly object[]) => ({ kind: 'service', channels });
    const base = service(video, desk);

    test('keeps what two administrators did to different ones, or to different rules of one', () => {
      expect(withNewer(service({ ...video, duration_minutes: 45 }, desk), base, service(video, { ...desk, duration_minutes: 10 }))).toEqual(service({ ...video, duration_minutes: 45 }, { ...desk, duration_minutes: 10 }));
      expect(withNewer(service({ ...video, duration_minutes: 45 }, desk), base, service({ ...video, buffer_after_minutes: 5 }, desk))).toEqual(service({ ...video, duration_minutes: 45, buffer_after_minutes: 5 }, desk));
      expect(withNewer(service({ ...video, questions: [] }, desk), base, service({ ...video, questions: [{ id: 'q' }, { id: 'r' }] }, desk))).toEqual(service({ ...video, questions: [] }, desk));
    });

    test('keeps those that were added, and what one wrote into the same one', () => {
      expect(withNewer(service(video, desk, phone), base, service({ ...video, duration_minutes: 60 }, desk))).toEqual(service({ ...video, duration_minutes: 60 }, desk, phone));
      expect(withNewer(service({ ...video, duration_minutes: 45 }, desk), base, service(video, desk, phone))).toEqual(service({ ...video, duration_minutes: 45 }, desk, phone));
      expect(withNewer(service(video, desk, phone), base, service(video, desk, { ...phone, duration_minutes: 5 }))).toEqual(service(video, desk, phone));
    });

    test('lets one go that was taken away, unless the other changed it meanwhile', () => {
      expect(withNewer(service(video), base, service({ ...video, duration_minutes: 60 }, desk))).toEqual(service({ ...video, duration_minutes: 60 }));
      expect(withNewer(service({ ...video, duration_minutes: 45 }, desk), base, service(video))).toEqual(service({ ...video, duration_minutes: 45 }));
      expect(withNewer(service(video), base, service(video, { ...desk, duration_minutes: 10 }))).toEqual(service(video, { ...desk, duration_minutes: 10 }));
      expect(withNewer(service({ ...video, duration_minutes: 45 }, desk), base, service(desk))).toEqual(service({ ...video, duration_minutes: 45 }, desk));
    });
  });

  test('loses nothing that was emptied on purpose', () => {
    expect(withNewer({ ...office, phone: '' }, office, { ...office, phone: '0142' }).phone).toBe('');
  });
});
