import { afterEach, describe, expect, it, vi } from 'vitest';
import { device, tab } from './storage.ts';

afterEach(() => vi.unstubAllGlobals());

describe('what the browser keeps', () => {
  it('is read back until it is forgotten', () => {
    vi.stubGlobal('window', { localStorage: shelfInMemory() });
    device.write('language', 'en');
    expect(device.read('language')).toBe('en');
    device.forget('language');
    expect(device.read('language')).toBeNull();
  });

  it('is nothing, without an error, where storage is blocked', () => {
    vi.stubGlobal('window', {
      get sessionStorage(): Storage {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    tab.write('draft', 'x');
    expect(tab.read('draft')).toBeNull();
  });
});

function shelfInMemory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  };
}
