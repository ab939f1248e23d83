import { describe, expect, test } from 'vitest';
import { assertCanBoot, canRunProject, isAtLeast, parseVersion } from './versions.mjs';

describe('versions', () => {
  test('a version is read with and without its v', () => {
    expect(parseVersion('v24.21.0')).toEqual([24, 21, 0]);
    expect(parseVersion('20.19.4')).toEqual([20, 19, 4]);
    expect(parseVersion('26.0.0-nightly2026')).toEqual([26, 0, 0]);
    expect(() => parseVersion('latest')).toThrow('Not a version');
  });

  test.each([
    ['22.22.0', '22.22.0', true],
    ['22.22.1', '22.22.0', true],
    ['22.100.0', '22.22.0', true],
    ['24.0.0', '22.22.0', true],
    ['22.21.9', '22.22.0', false],
    ['9.99.99', '22.22.0', false],
  ])('%s is at least %s: %s', (version, minimum, answer) => {
    expect(isAtLeast(version, minimum)).toBe(answer);
  });

  test.each([
    ['20.20.2', false],
    ['22.21.0', false],
    ['22.22.0', true],
    ['23.11.0', false],
    ['24.0.0', true],
    ['26.1.0', true],
  ])('the project runs on Node %s: %s', (version, answer) => {
    expect(canRunProject(version)).toBe(answer);
  });

  test('a Node that is too old to bring another one is told so by name', () => {
    expect(() => assertCanBoot('18.20.0')).toThrow('This is Node 18.20.0');
    expect(() => assertCanBoot('20.19.0')).not.toThrow();
  });
});
