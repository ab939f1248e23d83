import type { OpenStatistics } from '@sportello/contract';
import { figures } from '../messages/figures.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { shownFigures, useFigureWriter } from './write-figures.ts';

/** Line by line what happened in each month, for each service, and so on. */
export function FiguresTable({ shown: { groups, group_by: grouping } }: { readonly shown: OpenStatistics }) {
  const texts = useMessages(figures);
  const write = useFigureWriter();
  const caption = texts.caption(texts.groupings[grouping]);
  return (
    // On a phone each line is a list of its figures; the roles say to screen readers that it is a table all the same.
    <table role="table" className="figures-table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {texts.heads[grouping]}
          </th>
          {shownFigures.map((name) => (
            <th key={name} role="columnheader" scope="col">
              {texts.short[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {groups.map(({ key, label, figures: of }) => (
          <tr key={key} role="row">
            <th role="rowheader" scope="row">
              {label}
            </th>
            {shownFigures.map((name) => (
              <td key={name} role="cell">
                <span className="figures-label" aria-hidden="true">
                  {texts.short[name]}
                </span>{' '}
                {write(name, of[name])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
