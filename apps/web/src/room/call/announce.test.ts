import { describe, expect, it } from 'vitest';
import { somebody } from '../connection/room.fixture.ts';
import type { ShownMessage } from '../connection/room-state.ts';
import { announceMessages, announcePeople } from './announce.ts';
import { followSpeaking, nobodySpeaks, type Speaking, speakersOf } from './speaking.ts';

const ada = somebody('Ada');
const bea = somebody('Bea');

describe('what is told of the others', () => {
  it.each([
    ['somebody comes in', [ada], [ada, bea], 'joined'],
    ['somebody is let in', [ada, { ...bea, is_in: false }], [ada, bea], 'joined'],
    ['somebody waits', [ada], [ada, { ...bea, is_in: false }], 'waits'],
    ['somebody goes', [ada, bea], [ada], 'left'],
    ['somebody is sent back', [ada, bea], [ada, { ...bea, is_in: false }], 'left'],
    ['a connection is lost', [ada, bea], [ada, { ...bea, connection: null }], 'away'],
    ['and is back', [ada, { ...bea, connection: null }], [ada, bea], 'back'],
    ['a microphone goes off', [ada, bea], [ada, { ...bea, microphone: false }], 'muted'],
    ['a microphone goes on', [ada, { ...bea, microphone: false }], [ada, bea], 'heard'],
    ['a screen is shown', [ada, bea], [ada, { ...bea, screen: true }], 'shares'],
  ] as const)('when %s', (_, before, after, what) => {
    expect(announcePeople(before, after, 'Ada')).toEqual([{ what, name: 'Bea' }]);
  });

  it('nothing of oneself, and nothing of what stayed', () => {
    expect(announcePeople([ada, bea], [{ ...ada, microphone: false }, bea], 'Ada')).toEqual([]);
  });

  it('a message once, and not one’s own', () => {
    const message: ShownMessage = { id: '1', from: 'Bea', name: 'Bea', role: 'official', text: 'Buongiorno', at: '', standing: 'sent' };
    const own = { ...message, id: '2', from: 'Ada' };
    expect(announceMessages([], [message, own], 'Ada')).toEqual([{ what: 'message', name: 'Bea', text: 'Buongiorno' }]);
    expect(announceMessages([message], [message, own], 'Ada')).toEqual([]);
  });
});

describe('who speaks', () => {
  function hear(before: Speaking, level: number, from: number, to: number, who = 'Bea'): Speaking {
    let speaking = before;
    for (let at = from; at <= to; at += 250) speaking = followSpeaking(speaking, { [who]: level }, at);
    return speaking;
  }

  it('is shown at once, and through the pauses between words', () => {
    const loud = hear(nobodySpeaks, 0.1, 0, 500);
    expect(speakersOf(loud)).toEqual(['Bea']);
    expect(speakersOf(hear(loud, 0, 750, 1250))).toEqual(['Bea']);
    expect(speakersOf(hear(loud, 0, 750, 1500))).toEqual([]);
  });

  it('is announced only when they go on speaking', () => {
    expect(hear(nobodySpeaks, 0.1, 0, 1750).announced).toBeNull();
    expect(hear(nobodySpeaks, 0.1, 0, 2000).announced).toBe('Bea');
  });

  it('stays announced until somebody else goes on speaking', () => {
    const bea = hear(nobodySpeaks, 0.1, 0, 2000);
    const carlo = hear(hear(bea, 0, 2250, 4000), 0.1, 4250, 6500, 'Carlo');
    expect(carlo.announced).toBe('Carlo');
  });

  it('a cough is nobody speaking', () => {
    expect(hear(nobodySpeaks, 0.001, 0, 5000)).toEqual(nobodySpeaks);
  });
});
