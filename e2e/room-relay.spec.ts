import { createHmac } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { test } from './own-desk.ts';
import { citizenComes, expectToSee, letIn, officialComes, openBrowserOf, openMeeting, withDevices } from './room-meeting.ts';
import { startTurnServer, type TurnServer } from './turn-server.ts';

test.use(withDevices);
test.describe.configure({ timeout: 120_000 });

/** This tab takes no way but through the TURN server. */
async function relayOnly(page: Page): Promise<void> {
  await page.addInitScript(() => sessionStorage.setItem('sportello.room.ice', 'relay'));
}

/** What the TURN server says to somebody who asks for a relay until then. */
async function askForRelay(page: Page, { url, secret }: TurnServer, until: number): Promise<string> {
  const username = `${Math.floor(until / 1000)}:somebody`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return page.evaluate(
    async (server) => {
      const connection = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: 'relay' });
      const answer = new Promise<string>((resolve) => {
        connection.onicecandidate = ({ candidate }) => candidate?.type === 'relay' && resolve('relay');
        connection.onicecandidateerror = ({ errorCode }) => resolve(`refused ${errorCode}`);
      });
      connection.createDataChannel('try');
      await connection.setLocalDescription();
      return answer.finally(() => connection.close());
    },
    { urls: url, username, credential },
  );
}

test('where networks keep people apart they meet through the TURN server, and what has expired is refused there', async ({ page: citizen, browser, desk }) => {
  const turn = await startTurnServer();
  if ('why' in turn) {
    process.stdout.write(`no call through a TURN server: ${turn.why}\n`);
    test.info().annotations.push({ type: 'not proven', description: turn.why });
    return;
  }
  const meeting = await openMeeting(desk, { TURN_URLS: turn.url, TURN_SECRET: turn.secret });
  const official = await openBrowserOf(browser, desk);
  await relayOnly(citizen);
  await relayOnly(official);
  await citizenComes(citizen, meeting);
  await officialComes(official, meeting);
  await letIn(official, meeting.citizenName);
  await expectToSee(official, meeting.citizenName);

  expect(await askForRelay(citizen, turn, Date.now() + 60_000)).toBe('relay');
  expect(await askForRelay(citizen, turn, Date.now() - 60_000)).toBe('refused 401');
  await turn.stop();
});

test('without a TURN server two tabs that may take no other way do not meet', async ({ page: citizen, browser, desk }) => {
  const meeting = await openMeeting(desk);
  const official = await openBrowserOf(browser, desk);
  await relayOnly(citizen);
  await citizenComes(citizen, meeting);
  await officialComes(official, meeting);
  await letIn(official, meeting.citizenName);
  await expect(official.getByRole('list', { name: 'Persone nella videochiamata' }).getByRole('listitem').filter({ hasText: meeting.citizenName }).first()).toBeVisible();
  await expect(official.locator('[data-connected="true"]')).toHaveCount(0);
});
