import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draft, hold, question } from './booking.fixture.ts';
import { forgetSavedRequest, saveRequest, savedRequest } from './saved-request.ts';

const start = Date.parse('2026-12-01T10:00:00+01:00');
const day = 24 * 3_600_000;
const typed = { details: 'Una tettoia', 'person/tax_code': 'RSSDAA80A41A479X', 'on_behalf_of/tax_code': '00743110157', 'answers/code': 'RSSDAA80A41A479X' };
const questions = [question({ id: 'code', kind: 'tax_code' })];

beforeEach(() => {
  const kept = new Map<string, string>();
  const localStorage = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => void kept.set(name, text), removeItem: (name: string) => void kept.delete(name) };
  vi.stubGlobal('window', { localStorage });
  saveRequest(draft({ hold, typed }), { service: 'scia' }, questions, start);
});
afterEach(() => vi.unstubAllGlobals());

describe('a request saved on the device', () => {
  it('is offered again with its answers and its time', () => {
    expect(savedRequest(start, 0)).toMatchObject({ choice: { service: 'scia' }, draft: { hold: { id: 'h-1' }, typed: { details: 'Una tettoia' } } });
  });

  it('never holds a tax code', () => {
    expect(savedRequest(start, 0)?.draft.typed).toEqual({ details: 'Una tettoia' });
    expect(window.localStorage.getItem('sportello.saved-booking')).not.toMatch(/RSSDAA|00743110157/);
  });

  it('keeps the time only until it ends, on the clock of the desk', () => {
    expect(savedRequest(start + 11 * 60_000, 0)?.draft.hold).toBeNull();
    expect(savedRequest(start + 11 * 60_000, -2 * 60_000)?.draft.hold).not.toBeNull();
  });

  it('is forgotten after seven days, or when it is asked', () => {
    expect(savedRequest(start + 7 * day - 1, 0)).not.toBeNull();
    expect(savedRequest(start + 7 * day, 0)).toBeNull();
    expect(window.localStorage.getItem('sportello.saved-booking')).toBeNull();
    saveRequest(draft(), {}, [], start);
    forgetSavedRequest();
    expect(savedRequest(start, 0)).toBeNull();
  });

  it('is nothing where what is kept cannot be read', () => {
    window.localStorage.setItem('sportello.saved-booking', '{"draft":1}');
    expect(savedRequest(start, 0)).toBeNull();
  });
});
