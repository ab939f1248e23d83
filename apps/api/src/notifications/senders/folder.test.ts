import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { composeMail } from '../compose-mail.ts';
import { messageContext } from '../messages/context.fixture.ts';
import { allParts, parseMime } from '../mime.fixture.ts';
import { folderSender } from './folder.ts';
import { openMailbox } from './mailbox.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'mail-')), 'mail');
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

const signal = new AbortController().signal;
const id = '0199aaaa-0000-7000-8000-00000000000a';

function mail(change: { id?: string; sentAt?: number } = {}) {
  const envelope = { id, message: 'confirmation', to: 'ada@example.org', from: 'sportello@example.org' } as const;
  return { ...composeMail(envelope, messageContext(), 1_000), ...change };
}

test('a mail becomes a file that a mail program opens, whole', async () => {
  await folderSender(folder).send(mail(), signal);
  const written = parseMime(await readFile(join(folder, `${id}.eml`), 'utf8'));
  expect(written.header('Message-ID')).toBe(`<${id}@sportello.example.org>`);
  expect(written.header('To')).toBe('ada@example.org');
  expect(allParts(written).map(({ type }) => type)).toEqual(expect.arrayContaining(['text/plain', 'text/html', 'text/calendar', 'application/ics']));
});

test('the mailbox reads it back', async () => {
  await folderSender(folder).send(mail(), signal);
  const mailbox = openMailbox(folder);
  expect(await mailbox.listMail()).toEqual([{ id, to: 'ada@example.org', subject: mail().subject, sentAt: 1_000 }]);
  expect(await mailbox.readMail(id)).toMatchObject({ text: mail().text, html: mail().html, ics: mail().calendar?.content, language: 'it' });
});

test('a second copy replaces the first', async () => {
  const sender = folderSender(folder);
  await sender.send(mail(), signal);
  await sender.send(mail({ sentAt: 2_000 }), signal);
  expect(await openMailbox(folder).listMail()).toEqual([expect.objectContaining({ id, sentAt: 2_000 })]);
});

test('the newest is first', async () => {
  const sender = folderSender(folder);
  for (const [name, sentAt] of [['a', 2], ['b', 3], ['c', 1]] as const) await sender.send(mail({ id: name, sentAt }), signal);
  expect((await openMailbox(folder).listMail()).map((listed) => listed.id)).toEqual(['b', 'a', 'c']);
  expect(await openMailbox(folder).listMail(2)).toHaveLength(2);
});

test('links that open appointments are for the owner of the process only', async () => {
  await folderSender(folder).send(mail(), signal);
  for (const path of [folder, ...(await readdir(folder)).map((name) => join(folder, name))]) {
    expect((await stat(path)).mode & 0o077).toBe(0);
  }
});

test('an empty mailbox is empty, and there is no way out of it', async () => {
  const mailbox = openMailbox(folder);
  expect(await mailbox.listMail()).toEqual([]);
  await writeFile(join(folder, '..', 'secret.json'), '{}');
  for (const name of ['../secret', '..%2Fsecret', '/etc/passwd', '', 'a/b', '.hidden']) expect(await mailbox.readMail(name)).toBeNull();
  await expect(folderSender(folder).send(mail({ id: '../secret' }), signal)).rejects.toThrow();
});
