import { apiBase, exportOpenStatistics, openStatisticsGroupings, type OpenStatistics, type OpenStatisticsGrouping, showOpenStatistics } from '@sportello/contract';
import { type LoaderFunctionArgs, useSearchParams } from 'react-router';
import { ask, load, useAnswer } from '../api.ts';
import { formatDay } from '../format/dates.ts';
import { PageFoot } from '../help/PageFoot.tsx';
import { figures } from '../messages/figures.ts';
import { useLanguage, useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { PageHead } from '../shell/PageHead.tsx';
import styleSheet from '../styles/figures.scss?url';
import { FiguresTable } from './FiguresTable.tsx';
import { shownFigures, useFigureWriter } from './write-figures.ts';

const openStatistics = (grouping: OpenStatisticsGrouping) => ask(showOpenStatistics, { querystring: { group_by: grouping } });

function groupingIn(query: URLSearchParams): OpenStatisticsGrouping {
  return openStatisticsGroupings.find((one) => one === query.get('per')) ?? 'month';
}

export function loadFigures({ request }: LoaderFunctionArgs) {
  return load(openStatistics(groupingIn(new URL(request.url).searchParams)));
}

/** How the desk does, for everybody. By what it is looked at stands in the address. */
export function FiguresPage() {
  const texts = useMessages(figures);
  const language = useLanguage();
  const [query] = useSearchParams();
  const grouping = groupingIn(query);
  const shown = useAnswer(openStatistics(grouping));
  const { period } = shown;
  return (
    <>
      <link rel="stylesheet" href={styleSheet} precedence="figures" />
      <div className="container page-body">
        <PageHead title={texts.title} lead={texts.lead} />
        {isEmpty(shown) ? <p>{texts.empty}</p> : <Shown shown={shown} grouping={grouping} period={texts.period(formatDay(period.from, language), formatDay(period.to, language))} />}
        <div className="prose">
          <h2 className="h3">{texts.howTitle}</h2>
          <ul>
            {texts.how.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <h2 className="h3">{texts.openTitle}</h2>
          <p>{texts.open(shown.licence.name)}</p>
          <ul>
            <li>
              <a href={`${apiBase}${exportOpenStatistics.url}?group_by=${grouping}`} download>
                {texts.table}
              </a>
            </li>
            <li>
              <a href={`${apiBase}${showOpenStatistics.url}?group_by=${grouping}`}>
                {texts.api}
              </a>
            </li>
          </ul>
        </div>
      </div>
      <PageFoot />
    </>
  );
}

function Shown({ shown, grouping, period }: { readonly shown: OpenStatistics; readonly grouping: OpenStatisticsGrouping; readonly period: string }) {
  const texts = useMessages(figures);
  const write = useFigureWriter();
  return (
    <>
      <p>{period}</p>
      <h2 className="h3">{texts.total}</h2>
      <dl className="figures-total">
        {shownFigures.map((name) => (
          <div key={name}>
            <dt>{texts.figures[name]}</dt>
            <dd>{write(name, shown.total[name])}</dd>
          </div>
        ))}
      </dl>
      <nav className="figures-by" aria-label={texts.perWhat}>
        <span aria-hidden="true">{texts.perWhat}:</span>
        <ul>
          {openStatisticsGroupings.map((one) => (
            <li key={one}>
              <a href={paths.figures(one)} aria-current={one === grouping ? 'page' : undefined}>
                {texts.groupings[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <FiguresTable shown={shown} />
    </>
  );
}

/** Nothing was ever sampled and nothing happened, or so little that it is not told. */
function isEmpty({ total }: OpenStatistics): boolean {
  return shownFigures.every((name) => !total[name]);
}
