import { createHmac } from 'node:crypto';
import { expect, request as requests } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrier, expectNoBarrierInEither, expectNoSidewaysScroll, phone } from './citizen.ts';
import { test } from './own-desk.ts';
import { signInAsDemo } from './staff.ts';
import { openReceiver, type Told } from './webhook-receiver.ts';

const beside = { WEBHOOK_PRIVATE_HOSTS: 'localhost' };

/** As the documentation for other systems says. */
function isSigned({ headers, body }: Told, secret: string): boolean {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(signed).digest('base64')}`;
  return (headers['webhook-signature'] ?? '').split(' ').includes(expected);
}

test('an administrator makes a key and a webhook; a citizen books, and the other system is told, reads, and is cut off', async ({ page, desk }) => {
  const receiver = await openReceiver();
  await desk.startAt(Date.now(), beside);
  await signInAsDemo(page, /Amministratore Dimostrativo/, '/unione/collegamenti');
  await expect(page.getByRole('heading', { level: 1, name: 'Altri sistemi' })).toBeVisible();
  await expect(page.getByText('Nessun altro sistema ha una chiave.')).toBeVisible();
  await expectNoBarrier(page);

  // A key, with what is missing first.
  await page.getByRole('link', { name: 'Crea una chiave' }).click();
  await page.getByRole('button', { name: 'Crea la chiave' }).click();
  await expect(page.getByRole('link', { name: 'Scegli almeno una cosa che può leggere.' })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByLabel('Per quale sistema*').fill('Protocollo informatico');
  await page.getByRole('checkbox', { name: /^Appuntamenti:/ }).check();
  await page.getByLabel('Ultimo giorno*').fill(new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Crea la chiave' }).click();
  await expect(page.getByRole('heading', { name: 'La chiave è pronta' })).toBeFocused();
  const key = await page.getByLabel('Chiave', { exact: true }).inputValue();
  expect(key).toMatch(/^spvk_/);
  await expectNoBarrierInEither(page);
  await page.getByRole('button', { name: 'L’ho copiato' }).click();
  await expect(page.getByRole('row', { name: /Protocollo informatico/ })).toContainText('Valida');

  // Where it is told.
  await page.getByRole('link', { name: 'Aggiungi un sistema' }).click();
  await page.getByLabel('Quale sistema*').fill('Protocollo informatico');
  await page.getByLabel('Indirizzo*').fill('https://10.0.0.5/avvisi');
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await expect(page.getByRole('link', { name: /rete privata/ })).toBeVisible();
  await page.getByLabel('Indirizzo*').fill(receiver.url);
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Il segreto è pronto' })).toBeFocused();
  const secret = await page.getByLabel('Segreto per verificare la firma').inputValue();
  await page.getByRole('button', { name: 'L’ho copiato' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Protocollo informatico' })).toBeVisible();
  await page.getByRole('button', { name: 'Manda una prova' }).click();
  await expect(page.getByText('La prova è arrivata')).toBeVisible();
  await expectNoBarrierInEither(page);

  // A citizen books: the other system is told, and reads the rest with its key.
  const booked = await bookAppointment({ baseURL: desk.url });
  await expect.poll(() => receiver.told.map(({ message }) => message.type), { timeout: 20_000 }).toEqual(['test', 'appointment.booked']);
  const told = receiver.told[1];
  expect(told && isSigned(told, secret)).toBe(true);
  expect(told?.message.data.starts_at).toBe(booked.starts_at);
  const system = await requests.newContext({ baseURL: desk.url, extraHTTPHeaders: { authorization: `Bearer ${key}` } });
  const read = () => system.get(`/api/v1/systems/appointments/${told?.message.data.appointment_id}`);
  expect(await (await read()).json()).toMatchObject({ code: booked.code, state: 'confirmed', starts_at: booked.starts_at });

  // The log shows it; what was taken can be sent again.
  await page.getByRole('button', { name: 'Aggiorna' }).click();
  await expect(page.getByRole('row', { name: /Appuntamento prenotato/ })).toContainText('Arrivato');
  await page.getByRole('button', { name: /^Invia di nuovo: Appuntamento prenotato/ }).click();
  await expect(page.getByText('1 avviso parte di nuovo.')).toBeVisible();
  await expect.poll(() => receiver.told.length, { timeout: 20_000 }).toBe(3);
  expect(receiver.told[2]?.headers['webhook-id']).toBe(told?.headers['webhook-id']);

  // In trouble, and shown so.
  receiver.fail();
  await bookAppointment({ baseURL: desk.url, daysAhead: 8 });
  await expect.poll(() => receiver.told.length, { timeout: 20_000 }).toBeGreaterThan(3);
  await page.getByLabel('Mostra').selectOption('In attesa');
  await page.getByRole('button', { name: 'Aggiorna' }).click();
  await expect(page.getByRole('row', { name: /Appuntamento prenotato/ })).toContainText('Archivio pieno');
  await expect(page.getByText('Adesso non risponde')).toBeVisible();
  await expect(page).toHaveURL(/stato=waiting/);
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await expectNoBarrier(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  // The key is revoked, and opens nothing any more.
  await page.getByRole('link', { name: 'Altri sistemi' }).first().click();
  await page.getByRole('button', { name: 'Revoca la chiave di Protocollo informatico' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoca' }).click();
  await expect(page.getByText('Chiave di Protocollo informatico revocata.')).toBeVisible();
  expect((await read()).status()).toBe(401);
  await expectNoBarrier(page);
  await system.dispose();
  receiver.close();
});
