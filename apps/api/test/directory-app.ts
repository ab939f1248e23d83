import { apiBase } from '@sportello/contract';
import { sql } from 'drizzle-orm';
import type { Writer } from '../src/database/database.ts';
import type { Tables } from '../src/database/schema.ts';
import { openDesk } from './app.ts';

/** Public address of the installation that `openDesk` opens. */
export const baseUrl = 'http://localhost:3000';

/** An item of any list. */
export interface Entry {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly [member: string]: unknown;
}

/** The directory of the demo, asked over HTTP on the first of December 2026, 08:00 in Rome, until a test moves the clock. */
export async function startDirectory({ demo = true } = {}) {
  const { app, database, clock, close } = await openDesk({ demo });

  async function get(path: string, headers: Record<string, string> = {}) {
    const response = await app.inject({ method: 'GET', url: apiBase + path, headers });
    return { status: response.statusCode, headers: response.headers, text: response.body, body: response.body ? response.json() : null };
  }

  async function itemsOf(path: string, language = 'it'): Promise<Entry[]> {
    const { status, text, body } = await get(path, { 'accept-language': language });
    if (status !== 200) throw new Error(`${path}: ${text}`);
    return body.items;
  }

  async function itemNamed(path: string, slug: string): Promise<Entry> {
    const found = (await itemsOf(path)).find((item) => item.slug === slug);
    if (!found) throw new Error(`${path} has no ${slug}`);
    return found;
  }

  /** A change of the directory: it raises the revision, as every such write does. */
  async function change(work: (tx: Writer, tables: Tables) => Promise<unknown>): Promise<void> {
    const { tables } = database;
    await database.write(async (tx) => {
      await tx.update(tables.unions).set({ directoryRevision: sql`${tables.unions.directoryRevision} + 1` });
      await work(tx, tables);
    });
  }

  return { database, clock, get, itemsOf, itemNamed, change, close };
}

export type DirectoryOnHttp = Awaited<ReturnType<typeof startDirectory>>;
