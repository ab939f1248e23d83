import type { AppointmentState, DeskAppointmentItem } from '@sportello/contract';
import type { PointerEvent } from 'react';
import { common } from '../../messages/common.ts';
import { desk } from '../../messages/desk.ts';
import { deskAgenda } from '../../messages/desk-agenda.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import type { Thing } from './grid.ts';
import { writeMinute } from './wall-time.ts';

const stateIcons: Readonly<Record<AppointmentState, IconName>> = {
  held: 'clock',
  pending: 'help',
  confirmed: 'check',
  arrived: 'user',
  in_progress: 'arrow-right',
  served: 'check',
  missed: 'close',
  cancelled: 'close',
  refused: 'close',
  expired: 'clock',
};
export const channelIcons = { video: 'video', phone: 'telephone', desk: 'pa', home: 'house' } as const satisfies Record<DeskAppointmentItem['channel'], IconName>;

interface Props {
  readonly thing: Extract<Thing, { kind: 'appointment' }>;
  readonly look: number;
  readonly stop: string;
  readonly isMovable: boolean;
  readonly isMoving: boolean;
  readonly onOpen: () => void;
  readonly onGrab: (event: PointerEvent<HTMLElement>) => void;
}

/** An appointment in the table: when, who, what, how, and its state as a drawing and in words. */
export function AppointmentCard({ thing, look, stop, isMovable, isMoving, onOpen, onGrab }: Props) {
  const { grid } = useMessages(deskAgenda);
  const { states } = useMessages(desk);
  const { channels } = useMessages(common);
  const { item, start, end } = thing;
  const news = hasNews(item) ? grid.newFiles(item.new_file_count) : null;
  const remarks = [item.outside_hours && grid.outside, item.to_call_since && grid.toCall].filter(Boolean).join(', ');
  const buffers = grid.buffers(item.buffer_before_minutes, item.buffer_after_minutes);
  const size = end - start <= 15 ? 'is-short is-tight' : end - start < 30 ? 'is-tight' : end - start >= 45 ? 'is-roomy' : '';
  return (
    <button
      type="button"
      tabIndex={-1}
      data-stop={stop}
      data-item={item.id}
      aria-haspopup="dialog"
      className={`agenda-card look-${look} is-${item.state} ${size} ${isMovable ? 'is-movable' : ''} ${isMoving ? 'is-moving' : ''}`}
      onClick={onOpen}
      onPointerDown={isMovable ? onGrab : undefined}
    >
      <span className="agenda-card-line">
        <span className="agenda-card-time">
          {writeMinute(start)}
          <span className="visually-hidden">–{writeMinute(end)},</span>
        </span>{' '}
        <strong>{nameIn(item, grid)}</strong>
        {news && (
          <span className="agenda-card-news" title={news}>
            <span className="visually-hidden">, {news}</span>
            <span aria-hidden="true">{item.new_file_count}</span>
          </span>
        )}
      </span>
      <span className="agenda-card-line">
        {item.state !== 'confirmed' && (
          <span className="agenda-card-state">
            <Icon name={stateIcons[item.state]} size="xs" /> {states[item.state]}
          </span>
        )}{' '}
        <Icon name={channelIcons[item.channel]} size="xs" />
        <span className="visually-hidden">{channels[item.channel]},</span> {item.service_name}
        {item.state === 'confirmed' && <span className="visually-hidden">, {states.confirmed}</span>}
      </span>
      {remarks && <span className="agenda-card-line agenda-card-remarks">{remarks}</span>}
      {buffers && <span className="visually-hidden">, {buffers}</span>}
      {isMovable && <span className="agenda-grip" aria-hidden="true" title={grid.dragHandle} />}
    </button>
  );
}

/** Papers that nobody of the desk has opened, of an appointment that still stands. */
export function hasNews({ new_file_count, state }: Pick<DeskAppointmentItem, 'new_file_count' | 'state'>): boolean {
  return new_file_count > 0 && state !== 'cancelled' && state !== 'refused' && state !== 'expired';
}

/** Who it is for, as the desk says it. */
export function nameIn({ person, beneficiary_name, state }: DeskAppointmentItem, grid: { readonly held: string; readonly nobody: string }): string {
  if (person) return beneficiary_name ? `${person.name} (${beneficiary_name})` : person.name;
  return state === 'held' ? grid.held : grid.nobody;
}
