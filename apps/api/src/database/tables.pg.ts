import { columns } from './columns.pg.ts';
import { defineSchema } from './schema.ts';

export const tables = defineSchema(columns);
