import { expect } from '@playwright/test';
import { expectNoBarrier, expectNoSidewaysScroll, phone } from './citizen.ts';
import { mailTo } from './mailbox.ts';
import { test } from './own-desk.ts';
import { administrator, signInAsDemo } from './staff.ts';

const minute = 60_000;

test('what is not well stands in the bar of an administrator and in a mail, though nobody opened the page; whoever wants no mail says so', async ({ page, desk }) => {
  const present = Date.now();
  const noRoom = { DISK_FREE_MB: '1000000000' };
  await desk.startAt(present, noRoom);
  await signInAsDemo(page, /Amministratore/, '/scrivania/profilo');
  const bar = page.getByRole('navigation', { name: 'Navigazione del personale' });
  await expect(bar.getByRole('link')).toHaveText(['Scrivania', 'Unione']);
  await expect(page.getByRole('checkbox', { name: 'Lo stato del sistema, quando qualcosa non va' })).toBeChecked();

  await expect(async () => {
    await desk.startAt(present + 4 * minute, noRoom); // the second look
    await mailTo(page.request, administrator, /^Stato del sistema: .*Disco/);
  }).toPass({ timeout: 60_000 });
  await page.goto('/scrivania');
  const mark = bar.getByRole('link', { name: /Stato del sistema: .*1 cosa non va/ });
  await expect(mark).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoBarrier(page);
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await expectNoBarrier(page);
  await mark.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Stato del sistema' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name: 'Disco', exact: true }) })).toContainText('Non va');

  await page.goto('/scrivania/profilo');
  const choice = page.getByRole('checkbox', { name: 'Lo stato del sistema, quando qualcosa non va' });
  await choice.uncheck();
  await page.getByRole('region', { name: 'Avvisi per e-mail' }).getByRole('button', { name: 'Salva' }).click();
  await page.reload();
  await expect(choice).not.toBeChecked();
});
