import type { ImportReport } from '@sportello/contract';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { records } from '../../messages/records.ts';
import { unionDocument } from '../../messages/union-document.ts';

/** What would change, or what is wrong: each row of the file by its number. */
export function ReportTables({ report }: { readonly report: ImportReport }) {
  return report.is_right ? <ChangesTable kinds={report.kinds} /> : <ErrorsTable errors={report.errors} />;
}

function ChangesTable({ kinds }: Pick<ImportReport, 'kinds'>) {
  const { import: texts, hours } = useMessages(unionDocument);
  const { kinds: words } = useMessages(records);
  return (
    <div className="table-responsive">
      <table className="table import-table">
        <caption className="visually-hidden">{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.what}</th>
            <th scope="col">{texts.created}</th>
            <th scope="col">{texts.changed}</th>
            <th scope="col">{texts.unchanged}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, created, changed, unchanged }) => (
            <tr key={kind}>
              <th scope="row">{kind === 'hours' ? hours : words[kind].many}</th>
              <td>{created}</td>
              <td>{changed}</td>
              <td>{unchanged}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ErrorsTable({ errors }: Pick<ImportReport, 'errors'>) {
  const { import: texts } = useMessages(unionDocument);
  return (
    <div className="table-responsive">
      <table className="table import-table">
        <caption className="visually-hidden">{texts.errorsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.row}</th>
            <th scope="col">{texts.name}</th>
            <th scope="col">{texts.field}</th>
            <th scope="col">{texts.problem}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ list, row, title = '', field, detail }, index) => (
            <tr key={index}>
              <th scope="row">
                {texts.lists[list]} {row}
              </th>
              <td>{title}</td>
              <td>
                <code>{field}</code>
              </td>
              <td>{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
