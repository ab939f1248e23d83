import type { ContentOf, RecordKind } from '@sportello/contract';
import type { ReactNode } from 'react';
import { useLocation, useParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { listOf } from './lists.ts';
import { recordOf } from './queries.ts';
import { RecordEditor } from './RecordEditor.tsx';
import { RecordLife } from './RecordLife.tsx';
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

function NewRecord<Kind extends RecordKind>({ kind, start, form }: Props<Kind>) {
  const { newTitle, kinds } = useMessages(records);
  return (
    <div className="container page-body">
      <StaffHead title={newTitle[kind]} up={{ label: kinds[kind].many, href: listOf(kind) }} />
      <RecordEditor kind={kind} id="new" start={start} form={form} />
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
      <RecordEditor kind={kind} id={id} start={start} form={form} locked={lockedFor?.(item.content)} said={said} />
      <RecordLife item={item} />
    </div>
  );
}
