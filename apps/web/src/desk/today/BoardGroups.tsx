import type { Board, DeskAppointmentItem } from '@sportello/contract';
import { type ReactNode, useRef } from 'react';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useKeepFocus } from '../attendance/keep-focus.ts';
import { type GroupName, groupNames, type Groups } from './group-board.ts';
import { PersonRow } from './PersonRow.tsx';

interface Props {
  readonly day: string;
  readonly groups: Groups;
  readonly calendars: Board['calendars'];
}

/** Folded away: nobody acts on them. */
const folded: readonly GroupName[] = ['cancelled'];

/** The people of a day in their groups, those first who need somebody now. */
export function BoardGroups({ day, groups, calendars }: Props) {
  const texts = useMessages(deskToday);
  const list = useRef<HTMLDivElement>(null);
  useKeepFocus(list);
  const namesOf = ({ calendar_ids }: DeskAppointmentItem) => calendar_ids.flatMap((id) => calendars.find((one) => one.id === id)?.name ?? []).join(', ');

  return (
    <div ref={list} className="board-groups" tabIndex={-1} data-quiet-focus>
      {groupNames
        .filter((name) => groups[name].length > 0)
        .map((name) => (
          <Group key={name} name={name} label={texts.groups[name]} count={groups[name].length}>
            {groups[name].map((item, place) => (
              <PersonRow key={item.id} item={item} group={name} day={day} isFirst={name === 'next' && place === 0} calendars={namesOf(item)} />
            ))}
          </Group>
        ))}
    </div>
  );
}

function Group({ name, label, count, children }: { readonly name: GroupName; readonly label: string; readonly count: number; readonly children: ReactNode }) {
  const heading = `group-${name}`;
  const title = (
    <>
      {label} <span className="group-count">{count}</span>
    </>
  );
  const rows = (
    <ul className="person-rows" aria-labelledby={heading}>
      {children}
    </ul>
  );
  if (folded.includes(name)) {
    return (
      <details className="board-group">
        <summary>
          <h3 id={heading}>{title}</h3>
        </summary>
        {rows}
      </details>
    );
  }
  return (
    <section className={`board-group group-of-${name}`} aria-labelledby={heading}>
      <h3 id={heading} tabIndex={-1} data-quiet-focus>
        {title}
      </h3>
      {rows}
    </section>
  );
}
