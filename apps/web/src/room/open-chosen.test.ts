import { afterEach, expect, it, vi } from 'vitest';
import { chosen, openChosen } from './open-chosen.ts';

const stream = {} as MediaStream;

function devicesThat(getUserMedia: (wish: MediaStreamConstraints) => Promise<MediaStream>) {
  const asked: MediaStreamConstraints[] = [];
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: (wish: MediaStreamConstraints) => (asked.push(wish), getUserMedia(wish)) } });
  return asked;
}
const refuses = (name: string) => () => Promise.reject(new DOMException('', name));

afterEach(() => vi.unstubAllGlobals());

it('the camera that was chosen is insisted on, whatever fits the wish better', async () => {
  const asked = devicesThat(() => Promise.resolve(stream));
  expect(await openChosen({ video: { width: { ideal: 960 }, ...chosen('second') } })).toBe(stream);
  expect(asked).toEqual([{ video: { width: { ideal: 960 }, deviceId: { exact: 'second' } } }]);
});

it.each(['OverconstrainedError', 'NotFoundError'])('one that is gone (%s) is made up for by whichever there is', async (name) => {
  const asked = devicesThat((wish) => (typeof wish.audio === 'object' && wish.audio.deviceId ? refuses(name)() : Promise.resolve(stream)));
  expect(await openChosen({ audio: { echoCancellation: true, ...chosen('headset') } })).toBe(stream);
  expect(asked.at(-1)).toEqual({ audio: { echoCancellation: true } });
});

it('who was refused is not asked a second time', async () => {
  const asked = devicesThat(refuses('NotAllowedError'));
  await expect(openChosen({ video: { ...chosen('second') } })).rejects.toMatchObject({ name: 'NotAllowedError' });
  expect(asked).toHaveLength(1);
});

it('without a choice there is nothing else to try', async () => {
  const asked = devicesThat(refuses('NotFoundError'));
  await expect(openChosen({ video: { ...chosen(undefined) } })).rejects.toMatchObject({ name: 'NotFoundError' });
  expect(asked).toHaveLength(1);
});
