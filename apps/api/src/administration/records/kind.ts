import type { RecordContent, RecordKind, RecordState } from '@sportello/contract';
import type { Writer } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import type { DirectoryRows } from '../../directory/read-rows.ts';
import { withoutBlankFields } from '../../http/blank-fields.ts';
import type { FieldProblem } from '../../http/problems.ts';

/** A record as it is in force. */
export interface Kept<Content extends RecordContent = RecordContent> {
  readonly state: RecordState;
  readonly content: Content;
}

/** Another record that a content names: `field` is a JSON pointer into the content. */
export interface Reference {
  readonly kind: RecordKind;
  readonly id: string;
  readonly field: string;
}

/** What a content is judged by: all that exists, itself too where it is no new one. */
export interface Scene {
  readonly rows: DirectoryRows;
  readonly id: string;
  /** The day of today in the union's zone. */
  readonly today: string;
}

/**
 * One kind of what the union decides: how its rows become a content, and a content its rows. Saving, locking, history, effect,
 * import and export are the same for all.
 */
export interface Kind<Content extends RecordContent = RecordContent> {
  /** By id, in the order in which people see them. */
  read(rows: DirectoryRows): ReadonlyMap<string, Kept<Content>>;
  /** How people call it. */
  title(content: Content, rows: DirectoryRows): string;
  /** Which other records it names, with where it does. */
  references(content: Content): Reference[];
  /** What is wrong beyond the shape and the references; fields are JSON pointers into the content. */
  judge(content: Content, scene: Scene): FieldProblem[];
  /** Inserts it, or writes it over what is there. */
  write(tx: Writer, tables: Tables, record: { readonly id: string; readonly content: Content; readonly rows: DirectoryRows; readonly now: number }): Promise<void>;
  /** Takes its rows away, once nothing hangs on it. */
  remove(tx: Writer, tables: Tables, id: string): Promise<void>;
}

/** A content as it travels and is kept: what says nothing is left out. The caller says of which shape it is. */
export function contentOf<Content extends RecordContent>(said: object): Content {
  return withoutBlankFields(said) as Content;
}

export function isArchived({ archivedAt }: { readonly archivedAt: number | null }): RecordState {
  return archivedAt === null ? 'used' : 'archived';
}
