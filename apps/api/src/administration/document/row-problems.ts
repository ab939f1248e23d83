import type { DocumentList, Language, RowError } from '@sportello/contract';
import type { FieldProblem } from '../../http/problems.ts';

/** What is wrong in one row (counted from 0) of a document. */
export interface RowProblem extends FieldProblem {
  readonly list: DocumentList;
  readonly row: number;
}

const longestTitle = 120;

/** As people read it: rows counted from 1, with the name that the row gives itself. */
export function rowErrorsOf(problems: readonly RowProblem[], document: { readonly records: readonly unknown[]; readonly hours?: readonly unknown[] | undefined; readonly logos?: readonly unknown[] | undefined }, language: Language): RowError[] {
  return problems.map(({ list, row, field, detail }) => {
    const title = titleIn(document[list]?.[row]);
    return { list, row: row + 1, ...(title && { title: title.slice(0, longestTitle) }), field: field.slice(0, 500), detail: detail[language] };
  });
}

/** A name, a question, a day, or an id: whatever there is. Nothing of the row is trusted. */
function titleIn(row: unknown): string | null {
  const [content, name] = [memberOf(row, 'content'), memberOf(memberOf(row, 'content'), 'name')];
  const candidates = [name, memberOf(name, 'it'), memberOf(memberOf(content, 'question'), 'it'), memberOf(content, 'version'), memberOf(content, 'first_day'), memberOf(content, 'day'), memberOf(row, 'calendar_id'), memberOf(row, 'id')];
  return candidates.find((candidate): candidate is string => typeof candidate === 'string' && candidate !== '') ?? null;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
