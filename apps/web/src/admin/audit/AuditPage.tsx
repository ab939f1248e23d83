import type { AuditEntry } from '@sportello/contract';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { audit } from '../../messages/audit.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { formatMoment } from '../../staff/moments.ts';
import { Rows } from '../../staff/Rows.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { AuditFilterForm } from './AuditFilterForm.tsx';
import { addressOf, type AuditFilter, filterIn, questionOf } from './audit-filter.ts';
import { auditEntries } from './queries.ts';
import { RegisterLinks } from './RegisterLinks.tsx';
import { SaveEntries } from './SaveEntries.tsx';
import { SealPanel } from './SealPanel.tsx';
import { useAuditWords } from './words.ts';

/** The trail, the latest first. Filter and page stand in the address. */
export function AuditPage() {
  const texts = useMessages(audit);
  const [query] = useSearchParams();
  const filter = filterIn(query);
  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.lead} />
      <RegisterLinks filter={filter} />
      <AuditFilterForm key={JSON.stringify(filter)} filter={filter} />
      <Results filter={filter} cursor={query.get('da')} />
      <SealPanel />
    </div>
  );
}

function Results({ filter, cursor }: { readonly filter: AuditFilter; readonly cursor: string | null }) {
  const texts = useMessages(audit);
  const language = useLanguage();
  const { phraseOf, actorOf, fieldOf } = useAuditWords();
  const { items, next_cursor } = useAnswer(auditEntries(questionOf(filter, cursor)));
  const addressAt = (da: string | undefined) => staffPaths.audit({ ...addressOf(filter), da });

  const isUncounted = ({ object_kind }: AuditEntry) => object_kind === 'audit';
  const disclosed = [
    { label: texts.people, cell: (entry: AuditEntry) => entry.people ?? (isUncounted(entry) ? '—' : texts.notKnown) },
    { label: texts.purpose, cell: ({ purpose }: AuditEntry) => (purpose === null ? '—' : texts.purposes[purpose]) },
  ];
  const when = (entry: AuditEntry) => formatMoment(entry.at, language);
  return (
    <section aria-labelledby="entries">
      <h2 id="entries" className="h3">
        {texts.results}
      </h2>
      {items.length === 0 ? (
        <p className="empty-state" role="status">
          {texts.none}
        </p>
      ) : (
        <Rows
          caption={texts.results}
          items={items}
          keyOf={({ id }) => id}
          columns={[
            {
              label: texts.what,
              isMain: true,
              cell: (entry) => (
                <a href={staffPaths.auditEntry(entry.id)} aria-label={texts.open(phraseOf(entry), when(entry))}>
                  {phraseOf(entry)}
                </a>
              ),
            },
            { label: texts.when, cell: when },
            { label: texts.who, cell: actorOf },
            ...(filter.register === 'disclosures' ? disclosed : []),
            { label: texts.fields, cell: ({ fields }) => (fields.length > 0 ? fields.map(fieldOf).join(', ') : '—') },
            { label: texts.network, cell: ({ network }) => network ?? '—' },
          ]}
        />
      )}
      <div className="button-row my-3">
        {next_cursor && (
          <ButtonLink kind="outline-primary" href={addressAt(next_cursor)}>
            {texts.older}
          </ButtonLink>
        )}
        {items.length > 0 && <SaveEntries key={JSON.stringify(filter)} filter={filter} />}
        {cursor && <a href={addressAt(undefined)}>{texts.newest}</a>}
      </div>
    </section>
  );
}
