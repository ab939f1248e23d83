import type { Database } from '../database/database.ts';

/** What the union is called; before it was set up, what the product is. */
export async function unionNameOf({ read, tables: { unions } }: Pick<Database, 'read' | 'tables'>): Promise<string> {
  const [union] = await read.select({ name: unions.name }).from(unions).limit(1);
  return union?.name ?? 'Sportello Virtuale';
}
