import { type CSSProperties, useEffect, useRef } from 'react';
import type { Aim } from './aim.ts';
import { type Frame, stepMinutes } from './grid.ts';
import { durationOf } from './moves.ts';

interface Props {
  readonly aim: Aim;
  readonly frame: Frame;
  readonly label: string;
  readonly isTaken: boolean;
  readonly isOutside: boolean;
}

/** Where an appointment on its way would come to lie. The live region says the same. */
export function Ghost({ aim, frame, label, isTaken, isOutside }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (aim.by === 'keys') box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [aim]);
  return (
    <div ref={box} className={`agenda-ghost ${isTaken ? 'is-refused' : isOutside ? 'is-warned' : ''}`} style={placed(aim.column, aim.minute, durationOf(aim.item), frame)} aria-hidden="true">
      {label}
    </div>
  );
}

/** A line through today, at the minute that it is. */
export function NowLine({ columns, minute, frame, label }: { readonly columns: readonly number[]; readonly minute: number; readonly frame: Frame; readonly label: string }) {
  const first = columns[0];
  if (first === undefined || minute < frame.first || minute > frame.first + frame.rows * stepMinutes) return null;
  return (
    <div className="agenda-now" style={{ ...placed(first, minute, 0, frame), '--span': columns.length } as CSSProperties} aria-hidden="true">
      <span>{label}</span>
    </div>
  );
}

/** Read by the style sheet, which knows how wide a column is and how high a row. */
function placed(column: number, minute: number, minutes: number, { first }: Frame): CSSProperties {
  return { '--column': column, '--from': (minute - first) / stepMinutes, '--long': minutes / stepMinutes } as CSSProperties;
}
