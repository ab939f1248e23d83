import { type OrderedKind, orderRecords } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { Done } from '../../staff/Done.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf, staffCall } from '../../staff/staff-call.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Button } from '../../ui/Button.tsx';
import { OrderedRows } from './OrderedRows.tsx';
import { type ItemOf, readRecordsAgain } from './queries.ts';

type Item = ItemOf<OrderedKind>;

interface Props {
  readonly items: readonly Item[];
  readonly children: (item: Item) => ReactNode;
}

/** Records in the order in which citizens see them. A new order is tried first, and saved when it is right. */
export function OrderOfRecords({ items, children }: Props) {
  const { list: texts } = useMessages(records);
  const { cancel, unsaved } = useMessages(staff);
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const part = useRef<HTMLDivElement>(null);
  const byId = new Map(items.map((item) => [item.id, item]));
  // What came meanwhile stands last.
  const shown = order ? [...order.flatMap((id) => byId.get(id) ?? []), ...items.filter(({ id }) => !order.includes(id))] : items;
  const isChanged = order !== null && shown.map(({ id }) => id).join() !== items.map(({ id }) => id).join();
  const saving = useMutation({
    mutationFn: ([first]: readonly Item[]) => staffCall(orderRecords, { params: { kind: first?.kind ?? 'faq' }, body: { items: shown.map(({ id, revision }) => ({ id, revision })) } }),
    onError: readRecordsAgain,
    onSuccess: async () => {
      await readRecordsAgain();
      end();
    },
  });
  useUnsavedWarning(isChanged, unsaved);

  /** The buttons go: whoever pressed one with a key goes on from the list. */
  function end(): void {
    part.current?.focus();
    setOrder(null);
  }

  return (
    <div ref={part} tabIndex={-1} data-quiet-focus>
      <p className="form-text">{texts.orderHelp}</p>
      <OrderedRows items={shown} keyOf={({ id }) => id} nameOf={({ title }) => title} onOrder={(next) => setOrder(next.map(({ id }) => id))}>
        {children}
      </OrderedRows>
      <Refusal error={saving.error} text={problemOf(saving.error) === 'changed-meanwhile' ? texts.orderChanged : undefined} />
      <Done text={saving.isSuccess && !isChanged ? texts.orderSaved : null} />
      {isChanged && (
        <div className="order-save">
          <p>{texts.orderUnsaved}</p>
          <div className="button-row">
            <Button wide busy={saving.isPending} onClick={() => saving.mutate(shown)}>
              {texts.saveOrder}
            </Button>
            <Button kind="outline-primary" wide onClick={end}>
              {cancel}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
