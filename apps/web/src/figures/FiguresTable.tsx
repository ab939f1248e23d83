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
    // It can be scrolled with the keys, so it can have the focus.
    <div className="figures-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="figures-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.heads[grouping]}</th>
            {shownFigures.map((name) => (
              <th key={name} scope="col">
                {texts.short[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ key, label, figures: of }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {shownFigures.map((name) => (
                <td key={name}>{write(name, of[name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
