import { expect, test } from 'vitest';
import { directoryOf } from './picture.ts';
import type { DirectoryRows } from './read-rows.ts';
import { calendarRow, municipalityRow, noRows, placeRow, serviceChannelRow, serviceRow } from './test/rows.ts';

function link(serviceChannelId: string, need: number, calendarId: string): DirectoryRows['channelCalendars'][number] {
  return { id: `${need} ${calendarId}`, serviceChannelId, need, calendarId };
}

function notice(version: string, validFrom: number): DirectoryRows['privacyNotices'][number] {
  return { id: version, version, text: { it: version, en: version }, validFrom };
}

const visit = { ...noRows, services: [serviceRow('scia', 'suap')], serviceChannels: [serviceChannelRow('desk', 'scia', 'desk'), serviceChannelRow('video', 'scia', 'video')] };

function channel(rows: DirectoryRows, name: 'desk' | 'video') {
  return directoryOf(rows, 0).services.get('scia')?.channels.get(name);
}

test('an installation that nobody set up has a neutral name and nothing else', () => {
  const directory = directoryOf(noRows, 0);
  expect(directory).toMatchObject({ revision: -1, isDemo: false, union: { name: 'Sportello Virtuale', timeZone: 'Europe/Rome' }, privacyNotice: { version: '' } });
  expect([directory.municipalities.size, directory.offices.size, directory.services.size]).toEqual([0, 0, 0]);
});

test('the channels of a service come in the order of the contract', () => {
  expect([...(directoryOf(visit, 0).servicesBySlug.get('a-scia')?.channels.keys() ?? [])]).toEqual(['video', 'desk']);
});

test('each need lists its calendars by name, the people first, without archived ones', () => {
  const calendars = [calendarRow('bike', 'Bici'), calendarRow('z', 'Àlida'), calendarRow('a', 'Zoe'), calendarRow('gone', 'Carla', 1)];
  const channelCalendars = [link('video', 1, 'bike'), link('video', 0, 'a'), link('video', 0, 'gone'), link('video', 0, 'z')];
  expect(channel({ ...visit, calendars, channelCalendars }, 'video')?.needs).toEqual([['z', 'a'], ['bike']]);
});

test('a need that only archived calendars could meet stays, so that nothing is offered', () => {
  const calendars = [calendarRow('anna', 'Anna'), calendarRow('bike', 'Bici', 1)];
  expect(channel({ ...visit, calendars, channelCalendars: [link('video', 0, 'anna'), link('video', 1, 'bike')] }, 'video')?.needs).toEqual([['anna'], []]);
});

test('places keep the order in which they were added; archived ones are gone', () => {
  const places = [placeRow('vinchio', 'vinchio'), placeRow('closed', 'vinchio', 1), placeRow('seat', 'vinchio')];
  const serviceChannelPlaces = ['seat', 'closed', 'vinchio'].map((placeId) => ({ id: placeId, serviceChannelId: 'desk', placeId }));
  expect(channel({ ...visit, places, serviceChannelPlaces }, 'desk')?.placeIds).toEqual(['seat', 'vinchio']);
  expect(channel({ ...visit, places, serviceChannelPlaces }, 'video')?.placeIds).toEqual([]);
});

test('comuni come by name, as Italians sort it', () => {
  const municipalities = [municipalityRow('Vinchio'), municipalityRow('àgliano'), municipalityRow('Azzano')];
  expect([...directoryOf({ ...noRows, municipalities }, 0).municipalities.keys()]).toEqual(['àgliano', 'Azzano', 'Vinchio']);
});

test('the privacy notice in force is the last one that is valid already', () => {
  const privacyNotices = [notice('first', 100), notice('second', 200)];
  const at = (now: number) => directoryOf({ ...noRows, privacyNotices }, now).privacyNotice;
  expect(at(199)).toMatchObject({ version: 'first', replacedAt: 200 });
  expect(at(200)).toMatchObject({ version: 'second', replacedAt: Infinity });
  expect(at(99)).toMatchObject({ version: 'first', replacedAt: 100 });
});
