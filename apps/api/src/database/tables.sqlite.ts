import { columns } from './columns.sqlite.ts';
import { defineSchema } from './schema.ts';

export const tables = defineSchema(columns);
