import { expect, type Page } from '@playwright/test';
import { test } from './own-desk.ts';
import { callOf, citizenComes, control, expectToSee, letIn, officialComes, openBrowserOf, openMeeting, pictureOf, withDevices } from './room-meeting.ts';

// Two cameras; microphones and speakers are several anyway. Sound only plays where somebody has touched the page, as browsers have it for everybody.
const { launchOptions } = withDevices;
const args = [...launchOptions.args.filter((flag) => !flag.startsWith('--use-fake-device')), '--use-fake-device-for-media-stream=fps=5,device-count=2', '--autoplay-policy=document-user-activation-required'];
test.use({ launchOptions: { ...launchOptions, args } });
test.describe.configure({ timeout: 120_000 });

const voicesPlay = (page: Page) => page.locator('audio').evaluateAll((voices: HTMLAudioElement[]) => voices.length > 0 && voices.every(({ paused }) => !paused));

test('a browser that holds the sound back is asked for it by one tap', async ({ page: citizen, browser, desk }) => {
  const meeting = await openMeeting(desk);
  const official = await openBrowserOf(browser, desk);
  await officialComes(official, meeting);
  // As a tab that the browser opens again by itself: nobody has touched it, and looking at it from here would count as a touch.
  await citizen.goto(`/appuntamento/${meeting.booked.code}/stanza?entra=si#${meeting.booked.manage_token}`);
  await letIn(official, meeting.citizenName);
  await expectToSee(official, meeting.citizenName);

  const sound = citizen.getByRole('button', { name: 'Attiva l’audio' });
  await expect(sound).toBeVisible();
  expect(await voicesPlay(citizen)).toBe(false);
  await sound.click();
  await expect(sound).toBeHidden();
  await expect.poll(() => voicesPlay(citizen)).toBe(true);
});

/** From now on the tracks that this page opens can be lost as if a cable were pulled, which no browser lets a test do. */
async function withCables(page: Page): Promise<{ readonly pull: (kind: 'audio' | 'video', more: { readonly isLast: boolean }) => Promise<void> }> {
  await page.addInitScript(() => {
    const open = new Set<MediaStreamTrack>();
    const gone = new Set<string>();
    const devices = navigator.mediaDevices;
    const ask = devices.getUserMedia.bind(devices);
    const list = devices.enumerateDevices.bind(devices);
    devices.getUserMedia = async (wish) => {
      if ((wish?.video && gone.has('video')) || (wish?.audio && gone.has('audio'))) throw new DOMException('', 'NotFoundError');
      const stream = await ask(wish);
      for (const track of stream.getTracks()) open.add(track);
      return stream;
    };
    devices.enumerateDevices = async () => (await list()).filter(({ kind }) => !gone.has(kind.slice(0, 5)));
    addEventListener('cable-pulled', (event) => {
      const { kind, isLast } = (event as CustomEvent<{ kind: string; isLast: boolean }>).detail;
      if (isLast) gone.add(kind);
      devices.dispatchEvent(new Event('devicechange'));
      for (const track of open) {
        if (track.kind !== kind || track.readyState === 'ended') continue;
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
    });
  });
  return { pull: (kind, { isLast }) => page.evaluate((detail) => void dispatchEvent(new CustomEvent('cable-pulled', { detail })), { kind, isLast }) };
}

test('cameras and speakers are chosen in the middle of the call; a device that is pulled out is made up for by another, or said to be gone', async ({ page: citizen, browser, desk }) => {
  const meeting = await openMeeting(desk);
  const official = await openBrowserOf(browser, desk);
  const cables = await withCables(citizen);
  await citizenComes(citizen, meeting);
  await officialComes(official, meeting);
  await letIn(official, meeting.citizenName);
  await expect(callOf(citizen)).toBeVisible();
  await expectToSee(official, meeting.citizenName);
  const cameraInUse = () => citizen.getByLabel('La tua immagine').evaluate((video: HTMLVideoElement) => (video.srcObject as MediaStream).getVideoTracks()[0]?.label);

  await control(citizen, 'Altro').click();
  const dialog = citizen.getByRole('dialog');
  const cameras = await dialog.getByLabel('Videocamera').locator('option').allInnerTexts();
  expect(cameras).toHaveLength(2);
  await dialog.getByLabel('Videocamera').selectOption({ index: 1 });
  await expect.poll(cameraInUse).toBe(cameras[1]);
  await dialog.getByLabel('Altoparlante').selectOption({ index: 2 });
  const speaker = await dialog.getByLabel('Altoparlante').inputValue();
  expect(speaker).not.toBe('default');
  await expect.poll(() => citizen.locator('audio').evaluateAll((voices: HTMLAudioElement[]) => voices.map(({ sinkId }) => sinkId))).toEqual([speaker]);
  await dialog.getByRole('button', { name: 'Chiudi' }).click();
  await expectToSee(official, meeting.citizenName);

  // Another camera is there: nobody has to do anything.
  await cables.pull('video', { isLast: false });
  await expectToSee(official, meeting.citizenName);
  await expect(control(citizen, 'Spegni la videocamera')).toBeVisible();

  // The last one: it is said, the others see a name, and the call goes on.
  await cables.pull('video', { isLast: true });
  await expect(citizen.getByText('La videocamera non si accende.')).toBeVisible();
  await citizen.getByRole('button', { name: 'Ho capito' }).click();
  await expect(control(citizen, 'Accendi la videocamera')).toBeVisible();
  await expect(pictureOf(official, meeting.citizenName).locator('video')).toHaveCount(0);
  await cables.pull('audio', { isLast: true });
  await expect(citizen.getByText('Il microfono non si accende.')).toBeVisible();
  await citizen.getByRole('button', { name: 'Ho capito' }).click();
  await expect(citizen.getByText('Gli altri non ti sentono')).toBeVisible();
  await expect(pictureOf(official, meeting.citizenName).getByText('Microfono spento')).toBeAttached();
  await expect(pictureOf(official, meeting.citizenName)).toHaveAttribute('data-connected', 'true');
});
