import type { RecordKind } from '@sportello/contract';
import type { DirectoryRows } from '../../directory/read-rows.ts';
import { kindOf } from './kinds.ts';

/** Whether a record is there, by its kind and id; each kind is read once. */
export function whatIsThere(rows: DirectoryRows): (kind: RecordKind, id: string) => boolean {
  const read = new Map<RecordKind, ReadonlyMap<string, unknown>>();
  return (kind, id) => {
    const ofKind = read.get(kind) ?? kindOf(kind).read(rows);
    read.set(kind, ofKind);
    return ofKind.has(id);
  };
}
