import { type ReactNode, useState } from 'react';
import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { moved } from './moved.ts';

interface Props<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item, index: number) => string;
  /** How people call it, for the names of the buttons. */
  readonly nameOf: (item: Item, index: number) => string;
  readonly onOrder: (items: readonly Item[]) => void;
  readonly isFixed?: boolean;
  readonly children: (item: Item, index: number) => ReactNode;
}

/** A list that is put in order: by dragging a row, or by the buttons of each, which every keyboard reaches. */
export function OrderedRows<Item>({ items, keyOf, nameOf, onOrder, isFixed = false, children }: Props<Item>) {
  const { list: texts } = useMessages(records);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');

  function move(from: number, to: number): void {
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length || from === to) return;
    onOrder(moved(items, from, to));
    setSaid(texts.movedTo(nameOf(item, from), to + 1, items.length));
  }

  function drop(to: number): void {
    if (dragged !== null) move(dragged, to);
    setDragged(null);
    setOver(null);
  }

  return (
    <>
      <ol className="ordered-rows">
        {items.map((item, index) => (
          <li
            key={keyOf(item, index)}
            className={[over === index && dragged !== null ? 'is-over' : '', dragged === index ? 'is-dragged' : ''].join(' ').trim() || undefined}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={(event) => {
              event.preventDefault();
              drop(index);
            }}
          >
            {!isFixed && (
              <span
                className="drag-handle"
                draggable
                aria-hidden="true"
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  // Some browsers drag nothing that carries nothing.
                  event.dataTransfer.setData('text/plain', String(index));
                  setDragged(index);
                }}
                onDragEnd={() => {
                  setDragged(null);
                  setOver(null);
                }}
              >
                ⠿
              </span>
            )}
            <div className="ordered-content">{children(item, index)}</div>
            {!isFixed && (
              <div className="ordered-buttons">
                <button type="button" className="plain-button" aria-label={texts.upOf(nameOf(item, index))} aria-disabled={index === 0 || undefined} onClick={() => move(index, index - 1)}>
                  {texts.up}
                </button>
                <button type="button" className="plain-button" aria-label={texts.downOf(nameOf(item, index))} aria-disabled={index === items.length - 1 || undefined} onClick={() => move(index, index + 1)}>
                  {texts.down}
                </button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
