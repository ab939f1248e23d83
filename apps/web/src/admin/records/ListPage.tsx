import type { RecordKind } from '@sportello/contract';
import { useLocation } from 'react-router';
import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { RecordList } from './RecordList.tsx';

interface Left {
  /** What was just done elsewhere. */
  readonly said?: string;
  /** Where what was deleted can be put back. */
  readonly history?: string;
}

/** One list, or some that belong together. */
export function ListPage({ kinds, title, lead }: { readonly kinds: readonly RecordKind[]; readonly title?: string; readonly lead?: string }) {
  const { kinds: words, overview, life } = useMessages(records);
  const left = useLocation().state as Left | null;
  const [first] = kinds;
  if (!first) return null;
  const isOne = kinds.length === 1;
  return (
    <div className="container page-body">
      <StaffHead title={title ?? words[first].many} lead={lead ?? (isOne ? words[first].lead : undefined)} up={{ label: overview.title, href: staffPaths.union() }} />
      <Done text={left?.said ?? null} />
      {left?.history && (
        <p>
          <a href={left.history}>{life.undo}</a>
        </p>
      )}
      {kinds.map((kind) => (
        <RecordList key={kind} kind={kind} {...(isOne ? {} : { title: words[kind].many })} />
      ))}
    </div>
  );
}
