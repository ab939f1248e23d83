import { expect, type Page } from '@playwright/test';
import { answerQuestions, ada, earliest, expectConfirmed, fillIn, goOn, send } from './book-journey.ts';
import { expectNoBarrierInEither, expectNoSidewaysScroll, open } from './citizen.ts';
import { test } from './empty-desk.ts';
import { pressAt, tabTo } from './keyboard.ts';
import { makeFirstAccount } from './staff.ts';

// From an empty database to the first citizen's booking: what an administrator does in their first hour.

/** What the set-up asks of a person, counted as it is asked. */
interface Effort {
  fields: number;
  presses: number;
}

const union = {
  'Nome dell’Unione*': 'Unione di Prova',
  'Comune dove ha sede*': 'Mombercelli',
  'Indirizzo*': 'Via di Prova 1, 14047 Mombercelli',
  'Telefono*': '0141 000 010',
  'E-mail*': 'unione@example.org',
};

function doneBy(page: Page, effort: Effort) {
  return {
    async write(label: string, text: string): Promise<void> {
      effort.fields += 1;
      await page.getByLabel(label, { exact: true }).fill(text);
    },
    async press(name: string | RegExp): Promise<void> {
      effort.presses += 1;
      await page.getByRole('main').getByRole('button', { name, exact: typeof name === 'string' }).click();
    },
  };
}

async function expectStep(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

async function pickComuni(page: Page, effort: Effort): Promise<void> {
  const search = page.getByRole('combobox', { name: 'Cerca un comune o una provincia' });
  await tabTo(page, search);
  effort.fields += 1;
  await page.keyboard.type('mombercelli');
  await expect(page.getByRole('option', { name: /^Mombercelli/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('CAP di Mombercelli*')).toHaveValue('14047');
  effort.fields += 1;
  await search.fill('AT');
  await page.getByRole('option', { name: /Tutti i comuni della provincia di Asti/ }).click();
  const province = page.getByRole('group', { name: /provincia di Asti/ });
  await expect(province.getByRole('checkbox', { name: 'Mombercelli' })).toBeChecked();
  for (const name of ['Agliano Terme', 'Vinchio']) await province.getByRole('checkbox', { name }).check();
  effort.presses += 3;
  await search.fill('reggio nell');
  await page.getByRole('option', { name: /^Reggio nell'Emilia/ }).click();
  await page.getByRole('button', { name: /^Salva i 4 comuni/ }).click();
  await expect(page.getByRole('group', { name: 'Controlla questi dati' })).toContainText('Scrivi il CAP di Reggio nell');
  await page.getByRole('button', { name: 'Togli Reggio nell\'Emilia' }).click();
}

test('an administrator comes from an empty database to the first booking of a citizen', async ({ page, desk, browser }) => {
  const effort: Effort = { fields: 0, presses: 0 };
  const { write, press } = doneBy(page, effort);
  const begun = Date.now();

  const citizen = await (await browser.newContext({ baseURL: desk.url, locale: 'it-IT' })).newPage();
  await open(citizen, '/');
  await expect(citizen.getByRole('heading', { level: 1, name: 'Lo sportello non è ancora aperto' })).toBeVisible();
  await expectNoBarrierInEither(citizen);

  await makeFirstAccount(page, desk.firstAdminLink(), { given: 'Ines', family: 'Dimostrativa' });
  await expectStep(page, 'Primi passi');
  await expectNoBarrierInEither(page);
  await pressAt(page, page.getByRole('link', { name: 'Comincia' }));

  await expectStep(page, 'L’Unione');
  for (const [label, text] of Object.entries(union)) await write(label, text);
  await expectNoBarrierInEither(page);
  await page.getByLabel('Telefono*').fill('non lo so');
  await press('Salva');
  await expect(page.getByRole('group', { name: 'Controlla questi dati' }).getByRole('link', { name: /^Telefono: / })).toBeVisible();
  await page.getByLabel('Telefono*').fill(union['Telefono*']);
  await page.getByRole('button', { name: 'Salva', exact: true }).dblclick();

  await expectStep(page, 'I comuni');
  await pickComuni(page, effort);
  await expectNoBarrierInEither(page);
  effort.presses += 1;
  await page.getByRole('button', { name: /^Salva i 3 comuni/ }).dblclick();

  await expectStep(page, 'Gli uffici');
  await desk.restart(); // the process may end in the middle: what was saved is there
  await page.reload();
  await press('SUE');
  await expect(page.getByLabel('Telefono dell’ufficio*')).toHaveValue('0141 000 010');
  await expectNoBarrierInEither(page);
  await press('Salva');
  await expect(page.getByRole('status').filter({ hasText: 'Sportello unico per l’edilizia' })).toBeVisible();
  effort.presses += 1;
  await pressAt(page, page.getByRole('link', { name: 'Continua: Primo servizio' }));

  await page.goto('/unione');
  await expect(page.getByRole('region', { name: 'Prepariamo lo sportello' })).toContainText('Passo 4 di 6');
  await page.getByRole('link', { name: 'Continua: Primo servizio' }).click();
  await expectStep(page, 'Il primo servizio');
  await write('Nome del servizio*', 'Informazioni su una pratica edilizia');
  await write('In una frase*', 'Per capire quale pratica serve e a che punto è.');
  await page.getByRole('checkbox', { name: 'Allo sportello' }).check();
  effort.presses += 1;
  await press('Salva e continua');
  await expect(page.getByRole('link', { name: 'Scrivi dove ricevete: via e numero.' })).toBeVisible();
  await write('Via e numero*', 'Via di Prova 1');
  await expectNoBarrierInEither(page);
  await page.getByRole('button', { name: 'Salva e continua' }).dblclick();
  effort.presses += 1;

  await expectStep(page, 'Chi riceve, e quando');
  await expect(page.getByRole('radio', { name: 'Io, Ines Dimostrativa' })).toBeChecked();
  await page.getByLabel('lunedì, Mattina, alle').fill('08:00');
  await press('Salva e continua');
  await expect(page.getByRole('group', { name: 'Controlla questi dati' })).toContainText('lunedì: la fine deve venire dopo l’inizio.');
  await expectNoBarrierInEither(page);
  await write('lunedì, Mattina, alle', '12:30');
  await press('Copia il primo giorno spuntato sugli altri');
  await expect(page.getByLabel('venerdì, Mattina, alle')).toHaveValue('12:30');
  await page.getByRole('button', { name: 'Salva e continua' }).dblclick();
  effort.presses += 1;

  await expectStep(page, 'Pubblica il servizio');
  await expect(page.getByRole('main')).toContainText(/Videochiamata: \d+ orari/);
  await press('Pubblica');
  await expect(page.getByRole('link', { name: 'Leggi il testo e conferma.' })).toBeVisible();
  await write('Recapito del responsabile della protezione dei dati*', 'rpd@example.org');
  await expect(page.getByLabel('Testo in italiano*')).toHaveValue(/Unione di Prova.*rpd@example\.org/s);
  await page.getByRole('checkbox', { name: /^Ho letto il testo/ }).check();
  effort.presses += 1;
  await expectNoBarrierInEither(page);
  await press('Pubblica');
  await page.getByRole('dialog').getByRole('button', { name: 'Pubblica' }).click();
  effort.presses += 1;

  await expectStep(page, 'Lo sportello è aperto');
  const seconds = Math.round((Date.now() - begun) / 1000);
  process.stdout.write(`first hour: ${effort.fields} fields, ${effort.presses} presses, ${seconds} seconds with the checks between\n`);
  expect(seconds).toBeLessThan(600);
  await expectNoBarrierInEither(page);
  await expectNoSidewaysScroll(page);
  await expectNothingTwice(page);

  const email = 'cittadina@example.org';
  const day = await bookAs(citizen, email);
  await desk.mailTo(email, /Informazioni su una pratica edilizia/);
  await page.goto('/unione');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Prepariamo lo sportello' })).toHaveCount(0);
  await page.goto(`/scrivania?giorno=${day}`);
  await expect(page.getByRole('main')).toContainText('Ada Rossi');
});

/** A double press, and what was sent again, made nothing twice. */
async function expectNothingTwice(page: Page): Promise<void> {
  for (const [kind, count] of Object.entries({ union: 1, municipality: 3, office: 1, place: 1, service: 1, calendar: 1, privacy_notice: 1 })) {
    const { items } = (await (await page.request.get(`/api/v1/staff/records/${kind}`)).json()) as { items: unknown[] };
    expect(items.length, kind).toBe(count);
  }
}

/** By video, at the first free time; answers with its day. */
async function bookAs(page: Page, email: string): Promise<string> {
  await open(page, '/prenota?comune=005066&servizio=informazioni-su-una-pratica-edilizia&modalita=video');
  for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.check();
  await goOn(page);
  await earliest(page).first().check();
  await goOn(page);
  await answerQuestions(page);
  await goOn(page);
  await fillIn(page, { ...ada, 'E-mail': email });
  await goOn(page);
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/v1/appointments') && response.ok());
  await send(page);
  await expectConfirmed(page);
  return ((await (await answer).json()) as { starts_at: string }).starts_at.slice(0, 10);
}
