import { expect } from '@playwright/test';
import { expectFocusKept, pressAt, tabTo } from './keyboard.ts';
import { test } from './own-desk.ts';
import { callOf, control, openBrowserOf, openMeeting, withDevices } from './room-meeting.ts';
import { signInAsDemo } from './staff.ts';

test.use(withDevices);
test.describe.configure({ timeout: 120_000 });

test('citizen and official go through waiting room, call and end with the keys alone, and the focus is seen and never lost', async ({ page: citizen, browser, desk }) => {
  const meeting = await openMeeting(desk);
  const official = await openBrowserOf(browser, desk);
  const heading = (name: string) => citizen.getByRole('heading', { level: 1, name });
  await signInAsDemo(official, /Operatore Risposte/, `/scrivania/stanza/${meeting.id}`);

  // The citizen waits, and writes.
  await citizen.goto(`/appuntamento/${meeting.booked.code}/stanza#${meeting.booked.manage_token}`);
  await pressAt(citizen, citizen.getByRole('button', { name: 'Entra nella stanza' }));
  await expect(heading('Sei nella sala d’attesa')).toBeFocused();
  const microphone = citizen.getByRole('button', { name: /^Microfono: / });
  await expect(microphone).toHaveText('Microfono: acceso');
  await pressAt(citizen, microphone, 'Space');
  await expect(microphone).toHaveText('Microfono: spento');
  await expect(microphone).toBeFocused();
  await tabTo(citizen, citizen.getByLabel('Il tuo messaggio'));
  await citizen.keyboard.type('Sono arrivata');
  await pressAt(citizen, citizen.getByRole('button', { name: 'Invia' }));
  await expect(citizen.getByRole('list', { name: 'I messaggi' })).toContainText('Sono arrivata');
  await expectFocusKept(citizen);

  // The official goes in and lets them in.
  await pressAt(official, official.getByRole('button', { name: 'Entra nella stanza', exact: true }));
  await expect(callOf(official)).toBeVisible();
  await expectFocusKept(official);
  await pressAt(official, official.getByRole('button', { name: 'Fai entrare Ada Rossi' }));
  await expect(callOf(citizen)).toBeVisible();
  await expect(official.getByRole('button', { name: 'Fai entrare Ada Rossi' })).toHaveCount(0);
  await expectFocusKept(official);
  await expect(heading('Videochiamata con ')).toBeFocused();

  // In the call: heard, unseen, a message, voice alone and back, out and back in.
  await pressAt(citizen, control(citizen, 'Accendi il microfono'));
  await expect(control(citizen, 'Spegni il microfono')).toBeFocused();
  await pressAt(citizen, control(citizen, 'Spegni la videocamera'), 'Space');
  await expect(control(citizen, 'Accendi la videocamera')).toBeFocused();
  await pressAt(citizen, control(citizen, /^Messaggi/));
  await expect(citizen.getByRole('heading', { name: 'Messaggi' })).toBeFocused();
  await tabTo(citizen, citizen.getByLabel('Scrivi un messaggio'));
  await citizen.keyboard.type('Mi sente?');
  await citizen.keyboard.press('Enter');
  await expect(citizen.getByRole('listitem').filter({ hasText: 'Mi sente?' })).toBeVisible();
  await citizen.keyboard.press('Escape');
  await expect(control(citizen, /^Messaggi/)).toBeFocused();
  await pressAt(official, official.getByRole('button', { name: 'Messaggi', exact: true })); // of the notice that shows the message
  await expect(official.getByRole('heading', { name: 'Messaggi' })).toBeFocused();
  await official.keyboard.press('Escape');
  await expectFocusKept(official);

  await pressAt(citizen, control(citizen, 'Altro'));
  await pressAt(citizen, citizen.getByRole('dialog').getByRole('button', { name: 'Schermo intero' }));
  await expect.poll(() => citizen.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await expect(citizen.getByRole('dialog').getByRole('button', { name: 'Esci da schermo intero' })).toBeFocused();
  await citizen.keyboard.press('Enter');
  await expect.poll(() => citizen.evaluate(() => document.fullscreenElement !== null)).toBe(false);
  await pressAt(citizen, citizen.getByLabel('Solo voce'), 'Space');
  await pressAt(citizen, citizen.getByRole('dialog').getByRole('button', { name: 'Chiudi' }));
  await expect(control(citizen, 'Altro')).toBeFocused();
  await pressAt(citizen, citizen.getByRole('button', { name: 'Torna al video' }));
  await expect(citizen.getByText('Solo voce: le immagini sono spente.')).toBeHidden();
  await expectFocusKept(citizen);
  await pressAt(citizen, control(citizen, 'Chiamami al telefono'));
  await citizen.keyboard.press('Escape');
  await expect(control(citizen, 'Chiamami al telefono')).toBeFocused();
  await pressAt(citizen, control(citizen, 'Esci'));
  await pressAt(citizen, citizen.getByRole('dialog').getByRole('button', { name: 'Esci' }));
  await expect(heading('Sei uscito dalla stanza')).toBeFocused();
  await pressAt(citizen, citizen.getByRole('button', { name: 'Rientra nella stanza' }));
  await expect(heading('Sei nella sala d’attesa')).toBeFocused();

  // The official lets them in from the list, asks them to wait again, looks at the desk, and ends it.
  await pressAt(official, control(official, /^In attesa/));
  await expect(official.getByRole('heading', { name: 'In attesa' })).toBeFocused();
  await pressAt(official, official.getByRole('button', { name: 'Fai entrare Ada Rossi' }));
  await expect(callOf(citizen)).toBeVisible();
  await expect(official.getByRole('button', { name: 'Rimanda in attesa Ada Rossi' })).toBeVisible();
  await expect(official.getByRole('heading', { name: 'In attesa' })).toBeFocused();
  await official.keyboard.press('Escape');
  await expect(control(official, /^In attesa/)).toBeFocused();
  await pressAt(official, control(official, 'Sportello'));
  await pressAt(official, official.getByRole('button', { name: /Annuncia 10 min/ }));
  await expect(official.getByText('Annunciati 10 minuti di ritardo.')).toBeVisible();
  await expectFocusKept(official);
  await official.keyboard.press('Escape');
  await expect(control(official, 'Sportello')).toBeFocused();
  await pressAt(official, control(official, /^Termina/));
  await tabTo(official, official.getByLabel('Esito'));
  await official.keyboard.type('Domanda completa.');
  await pressAt(official, official.getByRole('dialog').getByRole('button', { name: 'Termina', exact: true }));
  await expect(official.getByText('Incontro terminato.')).toBeVisible();
  await expectFocusKept(official);
  await expect(heading('L’incontro è finito')).toBeFocused();
  await tabTo(official, official.getByRole('link', { name: 'Torna agli appuntamenti del giorno' }));
});
