import { useAnswerSoon } from '../../api.ts';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { misfitCountOf } from '../misfits/queries.ts';
import { type GroupName, groupNames, type Groups } from './group-board.ts';

/** How many in each group, each a way to it. */
export function BoardCounts({ groups, pendingCount }: { readonly groups: Groups; readonly pendingCount: number }) {
  const { counts, groups: names, requests, misfits } = useMessages(deskToday);
  const misfitCount = useAnswerSoon(misfitCountOf(null))?.count ?? 0;
  const shown = groupNames.filter((name) => groups[name].length > 0);
  return (
    <nav className="board-counts" aria-label={counts}>
      <ul className="plain-list">
        {shown.map((name) => (
          <li key={name} className={isOver(name) ? 'count-over' : undefined}>
            <a href={`#group-${name}`} className={`count-of-${name}`} onClick={(event) => jump(event, name)}>
              <strong>{groups[name].length}</strong> {names[name].toLowerCase()}
            </a>
          </li>
        ))}
        {pendingCount > 0 && (
          <li className="board-requests">
            <a href={staffPaths.requests()}>{requests.some(pendingCount)}</a>
          </li>
        )}
        {misfitCount > 0 && (
          <li className="board-requests">
            <a href={staffPaths.misfits()}>{misfits(misfitCount)}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** What nobody acts on any more makes room on a phone. */
function isOver(name: GroupName): boolean {
  return name === 'served' || name === 'missed' || name === 'cancelled';
}

/** The address keeps saying the day and the filters only. */
function jump(event: { preventDefault: () => void }, name: GroupName): void {
  event.preventDefault();
  const heading = document.getElementById(`group-${name}`);
  heading?.closest('details')?.setAttribute('open', '');
  heading?.scrollIntoView({ block: 'start' });
  (heading?.closest('summary') ?? heading)?.focus({ preventScroll: true });
}
