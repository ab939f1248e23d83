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

  test('loses nothing that was emptied on purpose', () => {
    expect(withNewer({ ...office, phone: '' }, office, { ...office, phone: '0142' }).phone).toBe('');
  });
});
