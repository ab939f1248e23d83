import { expect, test } from '@playwright/test';
import type { ConfirmedAppointment } from '@sportello/contract';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrierInEither, open } from './citizen.ts';
import { openDesk } from './desk-acts.ts';
import { withDevices } from './room-meeting.ts';

// A browser that answers no to every question about camera and microphone.
const { launchOptions } = withDevices;
test.use({ launchOptions: { ...launchOptions, args: launchOptions.args.map((flag) => (flag === '--use-fake-ui-for-media-stream' ? '--deny-permission-prompts' : flag)) } });

/** The link of a message, as it opens the check. */
function linkTo({ code, manage_token }: ConfirmedAppointment): string {
  return `/appuntamento/${code}/prova#${manage_token}`;
}

test('without the permission each refused device is explained, the office can be asked to call, and the desk sees it', async ({ page, baseURL }) => {
  const booked = await bookAppointment({ baseURL });
  await open(page, linkTo(booked));
  await page.getByRole('button', { name: 'Prova il microfono' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Che cosa fare' })).toContainText(/permesso/);
  await page.getByRole('button', { name: 'Prova la videocamera' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'videocamera' })).toBeVisible();
  await expectNoBarrierInEither(page);

  await page.getByRole('button', { name: 'Chiamami al telefono' }).click();
  await expect(page.getByRole('heading', { name: 'L’ufficio è avvisato e ti chiama' })).toBeFocused();
  const item = await (await openDesk(baseURL)).look(booked);
  expect(item.to_call_since).not.toBeNull();
});
