import { may, type OrderedKind, orderedKinds, type RecordKind } from '@sportello/contract';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api.ts';
import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useMe } from '../../staff/me.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { NewDrafts } from './NewDrafts.tsx';
import { OrderOfRecords } from './OrderOfRecords.tsx';
import { type ItemOf, recordsOf } from './queries.ts';
import { type SaidItem, useItemWords } from './item-words.tsx';

interface Props {
  readonly kind: RecordKind;
  /** Where a page has more than one list. */
  readonly title?: string;
}

/** All of a kind: those in use, and apart what is over or archived. */
export function RecordList({ kind, title }: Props) {
  const { list: texts, kinds } = useMessages(records);
  const { role } = useMe();
  const { items } = useAnswer(recordsOf(kind));
  const say = useItemWords();
  const said = items.map((item) => ({ item, said: say(item) }));
  const used = said.filter(({ item, said: { isOver } }) => item.state === 'used' && !isOver);
  const over = said.filter(({ item, said: { isOver } }) => item.state === 'used' && isOver);
  const archived = said.filter(({ item }) => item.state === 'archived');
  const mayChange = may(role, 'union.change');
  const isOrdered = orderedKinds.some((one) => one === kind);

  return (
    <section className="record-list" aria-label={title ?? kinds[kind].many}>
      <div className="record-list-head">
        {title && <h2>{title}</h2>}
        {title && <p className="staff-lead">{kinds[kind].lead}</p>}
        {mayChange && <ButtonLink href={staffPaths.newRecord(kind)} kind={title ? 'outline-primary' : 'primary'} wide>{kinds[kind].add}</ButtonLink>}
      </div>
      <NewDrafts kind={kind} />
      {used.length === 0 && <p className="empty-state">{kinds[kind].none}</p>}
      {isOrdered && mayChange && used.length > 1 ? (
        // What is ordered are those kinds alone.
        <OrderOfRecords items={used.map(({ item }) => item as ItemOf<OrderedKind>)}>
          {(item) => <RecordRow said={say(item)} item={item} />}
        </OrderOfRecords>
      ) : (
        <Plain>
          {used.map(({ item, said: words }) => (
            <li key={item.id}>
              <RecordRow said={words} item={item} />
            </li>
          ))}
        </Plain>
      )}
      <Apart title={texts.ended} rows={over} />
      <Apart title={texts.archived} lead={texts.archivedLead} rows={archived} />
    </section>
  );
}

function Plain({ children }: { readonly children: ReactNode }) {
  return <ul className="record-rows">{children}</ul>;
}

interface ApartProps {
  readonly title: string;
  readonly lead?: string;
  readonly rows: readonly { readonly item: ItemOf<RecordKind>; readonly said: SaidItem }[];
}

function Apart({ title, lead, rows }: ApartProps) {
  if (rows.length === 0) return null;
  return (
    <details className="record-apart">
      <summary>
        {title} ({rows.length})
      </summary>
      {lead && <p className="form-text">{lead}</p>}
      <Plain>
        {rows.map(({ item, said }) => (
          <li key={item.id}>
            <RecordRow said={said} item={item} />
          </li>
        ))}
      </Plain>
    </details>
  );
}

function RecordRow({ item, said }: { readonly item: ItemOf<RecordKind>; readonly said: SaidItem }) {
  const { list: texts } = useMessages(records);
  return (
    <div className="record-row">
      <div>
        <p className="record-name">
          <a href={staffPaths.record(item.kind, item.id)}>{said.title}</a>
        </p>
        {said.detail && <p className="record-detail">{said.detail}</p>}
      </div>
      <p className="record-marks">
        {said.mark && <Chip label={said.mark} kind={said.isGood ? 'success' : undefined} />}
        {said.lacksEnglish && <Chip label={texts.english} />}
        {item.has_draft && <Chip label={texts.draft} />}
        {said.link}
      </p>
    </div>
  );
}
