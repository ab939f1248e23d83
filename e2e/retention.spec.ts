import { readFile } from 'node:fs/promises';
import type { RetentionForecast } from '@sportello/contract';
import { expect } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrier, expectNoBarrierInEither, expectNoSidewaysScroll } from './citizen.ts';
import { openPerson, results, searchField } from './desk-people.ts';
import { tabTo } from './keyboard.ts';
import { test } from './own-desk.ts';
import { asAdministrator, signInAsDemo } from './staff.ts';

// What is known of people goes when its time is over: seen by an administrator who first looks and then decides, and a year passes.

const page = '/unione/conservazione';
const said = ({ people, appointments }: RetentionForecast) => `Stanotte: ${people} persone, ${appointments} appuntamenti`;

async function forecastOf(baseURL: string): Promise<RetentionForecast> {
  const api = await asAdministrator(baseURL);
  return (await (await api.get('/api/v1/staff/retention/forecast')).json()) as RetentionForecast;
}

test('an administrator sees how many people go tonight, switches it on, and the next day they are gone', async ({ page: tab, desk }) => {
  await desk.startAt('2026-12-01T07:00:00+01:00');
  await bookAppointment({ baseURL: desk.url, person: { given_name: 'Ermengarda', family_name: 'Passaretti' } });
  await desk.startAt('2028-01-10T10:00:00+01:00');
  await signInAsDemo(tab, /Amministratore/, '/scrivania/persone');
  await openPerson(tab, 'Passaretti');

  await tab.goto('/unione');
  await tab.getByRole('heading', { level: 3, name: 'Conservazione dei dati' }).getByRole('link').click();
  await expect(tab.getByRole('heading', { level: 1, name: 'Conservazione dei dati' })).toBeFocused();
  const forecast = await forecastOf(desk.url);
  expect(forecast.people).toBeGreaterThan(1);
  const tonight = tab.getByRole('region', { name: 'Stanotte' });
  await expect(tonight).toContainText(said(forecast));
  await expect(tonight).toContainText('È una prova: non si cancella niente');
  await tonight.getByRole('button', { name: /^Gli appuntamenti per servizio/ }).click();
  await expect(tonight.getByRole('row')).toHaveCount(forecast.by_service.length + 1);
  await expect(tonight).not.toContainText('Passaretti');
  await expect(tab.getByRole('region', { name: 'Notti passate' })).toContainText('Non è ancora stato cancellato niente.');
  await expectNoBarrierInEither(tab);

  await tab.goto(page);
  await tabTo(tab, tab.getByRole('button', { name: 'Attiva la cancellazione' }));
  await tab.keyboard.press('Enter');
  const dialog = tab.getByRole('dialog', { name: 'Attivare la cancellazione automatica?' });
  await expect(dialog).toContainText(`La prima volta: ${forecast.people} persone, ${forecast.appointments} appuntamenti.`);
  await expectNoBarrier(tab);
  await tabTo(tab, dialog.getByRole('button', { name: 'Attiva la cancellazione' }));
  await tab.keyboard.press('Enter');
  const decided = tab.getByRole('region', { name: 'Cancellazione automatica' });
  await expect(decided.getByRole('status')).toContainText('La cancellazione automatica è attiva.');
  await expect(decided.getByRole('heading', { name: 'Cancellazione automatica' })).toBeFocused();
  await expect(tonight).toContainText('Questi dati si cancellano la prossima notte, dalle 3 (11 gennaio 2028).');

  await desk.startAt('2028-01-11T03:10:00+01:00');
  await signInAsDemo(tab, /Amministratore/, page);
  const night = tab.getByRole('region', { name: 'Notti passate' }).getByRole('row', { name: /11 gennaio 2028/ });
  await expect(async () => {
    await tab.reload();
    await expect(night).toContainText('Finita', { timeout: 2_000 });
  }).toPass();
  await expect(night.getByRole('cell')).toContainText(['11 gennaio 2028', String(forecast.people), String(forecast.appointments)]);
  await expectNoSidewaysScroll(tab);

  await tab.goto('/scrivania/persone');
  await searchField(tab).fill('Passaretti');
  await tab.keyboard.press('Enter');
  await expect(results(tab).getByRole('link')).toHaveCount(0);
  await expect(tab.getByRole('main')).not.toContainText('Ermengarda');
});

test('somebody is kept beyond the time, from their page, and is not counted any more', async ({ page: tab, desk }) => {
  await desk.startAt('2026-12-01T07:00:00+01:00');
  await bookAppointment({ baseURL: desk.url, person: { given_name: 'Ermengarda', family_name: 'Passaretti' } });
  await desk.startAt('2028-01-10T10:00:00+01:00');
  const before = await forecastOf(desk.url);
  await signInAsDemo(tab, /Amministratore/, '/scrivania/persone');
  await openPerson(tab, 'Passaretti');
  await tab.getByRole('link', { name: 'Conserva oltre il termine' }).click();
  const kept = tab.getByRole('region', { name: 'Conservati oltre il termine' });
  const form = tab.getByRole('region', { name: 'Conserva i dati di questa persona' });
  await form.getByRole('button', { name: 'Conserva', exact: true }).click();
  await expect(form.getByRole('link', { name: 'Scegli un giorno.' })).toBeVisible();
  await form.getByLabel('Fino al*').fill('2028-06-30');
  await form.getByLabel('Motivo*').fill('Ricorso al TAR');
  await form.getByRole('button', { name: 'Conserva', exact: true }).click();
  await expect(kept.getByRole('status')).toContainText('La persona è conservata.');
  await expect(kept.getByRole('row', { name: /Ricorso al TAR/ })).toContainText('30 giugno 2028');
  await expectNoBarrierInEither(tab);
  expect(await forecastOf(desk.url)).toMatchObject({ people: before.people - 1, appointments: before.appointments - 1 });

  await tab.goto(page);
  await kept.getByRole('button', { name: /^Togli la conservazione/ }).click();
  await tab.getByRole('dialog').getByRole('button', { name: 'Togli' }).click();
  await expect(kept).toContainText('Nessuna persona è conservata oltre il termine.');
  await expect(kept.getByRole('heading', { name: 'Conservati oltre il termine' })).toBeFocused();
  expect(await forecastOf(desk.url)).toMatchObject({ people: before.people });
});

test('the register of exports tells who saw what of whom, and is taken away as a table that it then names', async ({ page: tab, desk }) => {
  await desk.startAt('2026-12-01T07:00:00+01:00');
  await bookAppointment({ baseURL: desk.url, person: { given_name: 'Ermengarda', family_name: 'Passaretti' } });
  await signInAsDemo(tab, /Amministratore/, '/scrivania/persone');
  await openPerson(tab, 'Passaretti');
  await tab.getByRole('button', { name: 'Mostra i contatti' }).click();
  await expect(tab.getByRole('region', { name: 'Contatti' })).toContainText('@example.org');

  await tab.goto('/unione/registro');
  await tab.getByRole('navigation', { name: 'Che cosa guardare' }).getByRole('link', { name: 'Esportazioni e dati in chiaro' }).click();
  await expect(tab).toHaveURL(/vista=esportazioni/);
  const table = tab.getByRole('table', { name: 'Voci trovate' });
  await expect(table.getByRole('row', { name: /Dati mostrati per intero: persona/ })).toContainText('Contatto con la persona');
  await expectNoBarrierInEither(tab);
  const downloading = tab.waitForEvent('download');
  await tab.getByRole('button', { name: 'Scarica come tabella (CSV)' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(text).toMatch(/^\uFEFFQuando;Chi;Azione/);
  expect(text).toContain('Dati mostrati per intero;persona;1;Contatto con la persona');
  expect(text).not.toContain('Passaretti');
  await expect(table.getByRole('row', { name: /Esportazione: registro/ })).toBeVisible();

  await tab.getByRole('navigation', { name: 'Che cosa guardare' }).getByRole('link', { name: 'Accessi' }).click();
  await expect(table.getByRole('row', { name: /Ricerca: persona/ }).first()).toBeVisible();
  await tab.getByLabel('Azione', { exact: true }).selectOption({ label: 'Accesso' });
  await tab.getByRole('button', { name: 'Cerca' }).click();
  await expect(tab).toHaveURL(/vista=accessi.*azione=sign-in/);
  await expect(table.getByRole('row', { name: /^Apri la voce: Accesso, / })).not.toHaveCount(0);
  await expectNoBarrier(tab);
});
