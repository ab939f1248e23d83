import type { ReactNode } from 'react';

export interface Column<Item> {
  readonly label: string;
  readonly cell: (item: Item) => ReactNode;
  /** Shown first and large where the table becomes cards. */
  readonly isMain?: boolean;
}

interface Props<Item> {
  readonly caption: string;
  readonly columns: readonly Column<Item>[];
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
}

/** A table on a wide screen; on a phone each row is a card with the names of its facts. The roles say so to screen readers either way. */
export function Rows<Item>({ caption, columns, items, keyOf }: Props<Item>) {
  return (
    <table role="table" className="rows">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label }) => (
            <th role="columnheader" scope="col" key={label}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map((item) => (
          <tr role="row" key={keyOf(item)}>
            {columns.map(({ label, cell, isMain }) => (
              <td role="cell" key={label} className={isMain ? 'rows-main' : undefined}>
                <span className="rows-label" aria-hidden="true">
                  {label}
                </span>
                <span className="rows-value">{cell(item)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
