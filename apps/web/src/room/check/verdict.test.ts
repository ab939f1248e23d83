import { describe, expect, it } from 'vitest';
import { type Checked, gradeOf, type Verdict, verdictOf } from './verdict.ts';

const well: Checked = { camera: 'works', microphone: 'works', sound: 'heard', connection: 'good' };

describe('the verdict', () => {
  it.each<[string, Partial<Checked>, Verdict]>([
    ['everything works', {}, 'ready'],
    ['nothing was tried yet', { camera: 'untried', microphone: 'untried', sound: 'untried', connection: null }, 'not-yet'],
    ['one thing is still to be tried', { sound: 'untried' }, 'not-yet'],
    ['there is no camera', { camera: 'none' }, 'voice'],
    ['the camera is left out', { camera: 'left-out' }, 'voice'],
    ['the microphone is denied', { microphone: 'denied' }, 'write'],
    ['neither camera nor microphone is there', { camera: 'none', microphone: 'none' }, 'write'],
    ['nothing is heard', { sound: 'not-heard' }, 'deaf'],
    ['the connection is slow', { connection: 'slow' }, 'slow'],
    ['the network lets no call through', { connection: 'blocked', microphone: 'untried' }, 'by-phone'],
    ['nobody answers', { connection: 'offline' }, 'no-connection'],
    ['the way could not be tried whole', { connection: 'partly' }, 'probably'],
  ])('where %s', (_, found, expected) => {
    expect(verdictOf({ ...well, ...found })).toBe(expected);
  });
});

describe('the connection', () => {
  const found = { roundTripMilliseconds: 40, socketOpens: true, canMeet: true, stun: 'reached', turn: 'reached' } as const;

  it.each([
    ['reaches everything', {}, 'good'],
    ['takes long', { roundTripMilliseconds: 900 }, 'slow'],
    ['reaches nobody', { roundTripMilliseconds: null }, 'offline'],
    ['opens no socket', { socketOpens: false }, 'blocked'],
    ['is in a browser without calls', { canMeet: false }, 'blocked'],
    ['reaches neither server', { stun: 'not-reached', turn: 'not-reached' }, 'blocked'],
    ['reaches no relay, but sees itself from outside', { turn: 'not-reached' }, 'partly'],
    ['has no servers to try', { stun: 'not-set', turn: 'not-set' }, 'partly'],
    ['has a relay alone, which answers', { stun: 'not-set' }, 'good'],
  ] as const)('that %s', (_, change, expected) => {
    expect(gradeOf({ ...found, ...change })).toBe(expected);
  });
});
