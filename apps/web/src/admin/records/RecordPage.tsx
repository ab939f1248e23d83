import type { ContentOf, RecordKind } from '@sportello/contract';
import type { ReactNode } from 'react';
import { useLocation, useParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { MisfitNotice } from '../../desk/misfits/MisfitNotice.tsx';
import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { DraftGone } from './DraftGone.tsx';
import { listOf } from './lists.ts';
import { recordOf } from './queries.ts';
import { RecordEditor } from './RecordEditor.tsx';
import { RecordLife } from './RecordLife.tsx';
import { useNewDraft } from './use-new-draft.ts';
import type { Edit } from './use-record-edit.ts';

interface Props<Kind extends RecordKind> {
  readonly kind: Kind;
  readonly start: ContentOf<Kind>;
  readonly form: (edit: Edit<ContentOf<Kind>>) => ReactNode;
  readonly lockedFor?: (content: ContentOf<Kind>) => string | undefined;
  /** Beside the link to its history. */
  readonly links?: (id: string) => ReactNode;
}

/** The page of one record, or of a new one, by the id in the address. */
export function RecordPage<Kind extends RecordKind>(props: Props<Kind>) {
  const id = useParams().id ?? 'new';
  return id === 'new' ? <NewRecord {...props} /> : <OneRecord {...props} id={id} />;
}

/** What bookings hang on. */
const ofBookings: readonly RecordKind[] = ['municipality', 'office', 'place', 'calendar', 'closure', 'worked_holiday'];

function NewRecord<Kind extends RecordKind>({ kind, start, form }: Props<Kind>) {
  const { newTitle, kinds } = useMessages(records);
  const begun = useNewDraft(kind, start);
  const draft = begun === 'gone' ? null : begun;
  return (
    <div className="container page-body">
      <StaffHead title={newTitle[kind]} up={{ label: kinds[kind].many, href: listOf(kind) }} />
      {begun === 'gone' && <DraftGone />}
      <RecordEditor kind={kind} id="new" start={draft?.content ?? start} draft={draft?.draft ?? null} form={form} />
    </div>
  );
}

export function OneRecord<Kind extends RecordKind>({ kind, id, start, form, lockedFor, links }: Props<Kind> & { readonly id: string }) {
  const { kinds, history } = useMessages(records);
  const said = (useLocation().state as { readonly said?: string } | null)?.said ?? null;
  const item = useAnswer(recordOf({ kind, id }));
  return (
    <div className="container page-body">
      <StaffHead title={item.title} up={kind === 'union' ? { label: kinds.union.one, href: staffPaths.union() } : { label: kinds[kind].many, href: listOf(kind) }}>
        <p className="record-links">
          <a href={staffPaths.recordHistory(kind, id)}>{history.link}</a>
          {links?.(id)}
        </p>
      </StaffHead>
      {ofBookings.includes(kind) && <MisfitNotice kind={kind} id={id} />}
      <RecordEditor kind={kind} id={id} start={start} form={form} locked={lockedFor?.(item.content)} said={said} />
      <RecordLife item={item} />
    </div>
  );
}
