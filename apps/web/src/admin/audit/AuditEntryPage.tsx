import type { AuditEntryDetail } from '@sportello/contract';
import { useParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { audit } from '../../messages/audit.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { formatExactMoment } from '../../staff/moments.ts';
import { Rows } from '../../staff/Rows.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { auditEntry } from './queries.ts';
import { useAuditWords } from './words.ts';

export function AuditEntryPage() {
  const { entry: texts } = useMessages(audit);
  const shown = useAnswer(auditEntry(useParams().id ?? ''));
  const { phraseOf } = useAuditWords();
  return (
    <div className="container page-body">
      <StaffHead title={phraseOf(shown)} up={{ label: texts.up, href: staffPaths.audit() }} />
      <EntryFacts shown={shown} />
      <section aria-labelledby="values">
        <h2 id="values" className="h3">
          {texts.values}
        </h2>
        {shown.is_masked && (
          <Alert kind="info">
            <p>{texts.masked}</p>
          </Alert>
        )}
        <Values shown={shown} />
      </section>
    </div>
  );
}

function EntryFacts({ shown }: { readonly shown: AuditEntryDetail }) {
  const texts = useMessages(audit);
  const language = useLanguage();
  const { actorOf } = useAuditWords();
  return (
    <Facts
      facts={[
        { label: texts.when, value: formatExactMoment(shown.at, language) },
        { label: texts.who, value: shown.staff_id ? <a href={staffPaths.member(shown.staff_id)}>{actorOf(shown)}</a> : actorOf(shown) },
        { label: texts.entry.object, value: <TheObject shown={shown} /> },
        ...(shown.purpose === null ? [] : [{ label: texts.people, value: shown.people ?? '—' }, { label: texts.purpose, value: texts.purposes[shown.purpose] }]),
        { label: texts.network, value: shown.network ?? texts.entry.networkErased },
        { label: texts.entry.seal, value: shown.seal === null ? texts.entry.unsealed : texts.entry.sealed(shown.seal) },
        { label: texts.entry.id, value: <code>{shown.id}</code> },
      ]}
    />
  );
}

function TheObject({ shown }: { readonly shown: AuditEntryDetail }) {
  const { objects, entry: texts } = useMessages(audit);
  const { object_kind, object_id } = shown;
  if (!object_id) return objects[object_kind];
  const address = pageOf(object_kind, object_id);
  return (
    <>
      {objects[object_kind]} <code>{object_id}</code>
      <br />
      {address && (
        <>
          <a href={address}>{texts.openObject}</a>
          {' · '}
        </>
      )}
      <a href={staffPaths.audit({ oggetto: object_kind, id: object_id })}>{texts.sameObject}</a>
    </>
  );
}

function pageOf(kind: AuditEntryDetail['object_kind'], id: string): string | null {
  if (kind === 'appointment') return staffPaths.appointment(id);
  if (kind === 'person') return staffPaths.person(id);
  if (kind === 'video-connection') return staffPaths.video();
  if (kind === 'retention') return staffPaths.retention();
  return kind === 'member' ? staffPaths.member(id) : null;
}

function Values({ shown: { values, fields } }: { readonly shown: AuditEntryDetail }) {
  const { entry: texts } = useMessages(audit);
  const { fieldOf } = useAuditWords();
  if (values === null) return <p className="empty-state">{fields.length > 0 ? texts.erased : texts.noValues}</p>;
  if (values.length === 0) return <p className="empty-state">{texts.noValues}</p>;
  // Named without a value on either side: a secret, which the trail never keeps.
  const said = (value: string | null, other: string | null) => value ?? <em>{other === null ? texts.hidden : texts.empty}</em>;
  return (
    <Rows
      caption={texts.values}
      items={values}
      keyOf={({ field }) => field}
      columns={[
        { label: texts.field, isMain: true, cell: ({ field }) => fieldOf(field) },
        { label: texts.before, cell: ({ before, after }) => said(before, after) },
        { label: texts.after, cell: ({ before, after }) => said(after, before) },
      ]}
    />
  );
}
