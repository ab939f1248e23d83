/**
 * What erasing a person (GDPR, article 17) or the end of retention does to a column:
 * `plain` nothing (no personal data), `clear` sets null, `mask` writes a fixed text where null is not allowed,
 * `delete` the whole row goes, and `seal` the same of what is kept encrypted (see ../sealing.ts).
 */
export type Erasure = 'plain' | 'clear' | 'mask' | 'delete' | 'seal';

const declared = new WeakMap<object, Erasure>();
const ofTable = new WeakMap<object, ReadonlyMap<string, Erasure>>();

/** Remembers what erasure does to the column that this builder makes. */
export function declareErasure<Builder extends object>(erasure: Erasure, builder: Builder): Builder {
  declared.set(builder, erasure);
  return builder;
}

/** Remembers the declarations of a table's columns under their property names. */
export function rememberErasure<Table extends object>(table: Table, builders: Readonly<Record<string, unknown>>): Table {
  const columns = Object.entries(builders).flatMap(([name, builder]) => {
    const erasure = declared.get(builder as object);
    return erasure ? [[name, erasure] as const] : [];
  });
  ofTable.set(table, new Map(columns));
  return table;
}

/** What erasure does to each column of a table, by property name; a column without a declaration is missing. */
export function erasureOf(table: object): ReadonlyMap<string, Erasure> {
  return ofTable.get(table) ?? new Map();
}
