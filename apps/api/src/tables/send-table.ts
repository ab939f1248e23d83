import type { TableFormat } from '@sportello/contract';
import type { FastifyReply } from 'fastify';
import { csvOf } from './csv.ts';
import type { Table } from './table.ts';
import { xlsxOf } from './xlsx.ts';

const types: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Sends a table as a file of that name. */
export async function sendTable(reply: FastifyReply, table: Table, format: TableFormat): Promise<FastifyReply> {
  reply.headers({ 'content-type': types[format], 'content-disposition': `attachment; filename="${table.name}.${format}"` });
  return reply.send(format === 'csv' ? csvOf(table) : await xlsxOf(table));
}
