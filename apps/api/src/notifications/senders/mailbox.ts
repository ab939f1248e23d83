import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '@sportello/contract';

/** A mail in the folder, in parts that a page can show. Its HTML is ours, but show it in a sandbox all the same. */
export interface StoredMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly language: Language;
  readonly text: string;
  readonly html: string;
  readonly ics: string | null;
  /** Epoch milliseconds. */
  readonly sentAt: number;
}

export type MailSummary = Pick<StoredMail, 'id' | 'to' | 'subject' | 'sentAt'>;

/** The folder of `folderSender`, read back; for demo mode only, since whoever reads it can open every appointment. */
export interface Mailbox {
  /** The newest first. */
  listMail(limit?: number): Promise<MailSummary[]>;
  /** null: there is none of this id. */
  readMail(id: string): Promise<StoredMail | null>;
}

export function openMailbox(folder: string): Mailbox {
  async function readMail(id: string): Promise<StoredMail | null> {
    if (!isMailId(id)) return null;
    try {
      return JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8')) as StoredMail; // folderSender wrote it, whole
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  return {
    readMail,
    async listMail(limit = 200) {
      const mails = await Promise.all((await newestIds(folder)).slice(0, limit).map(readMail));
      return mails
        .filter((mail) => mail !== null)
        .map(({ id, to, subject, sentAt }) => ({ id, to, subject, sentAt }))
        .sort((one, other) => other.sentAt - one.sentAt || (other.id < one.id ? -1 : 1));
    },
  };
}

/** Whether an id can be the name of a file of the folder, and of none outside it. */
export function isMailId(id: string): boolean {
  return /^[A-Za-z0-9-]{1,64}$/.test(id);
}

async function newestIds(folder: string): Promise<string[]> {
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.json') && isMailId(name.slice(0, -5)));
  const files = await Promise.all(names.map(async (name) => ({ id: name.slice(0, -5), writtenAt: (await stat(join(folder, name))).mtimeMs })));
  return files.sort((one, other) => other.writtenAt - one.writtenAt).map(({ id }) => id);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
