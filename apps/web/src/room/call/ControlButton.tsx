import type { ReactNode, Ref } from 'react';
import { CallIcon, type CallIconName } from './CallIcon.tsx';

interface Props {
  readonly icon: CallIconName;
  /** The short word below the drawing. */
  readonly label: string;
  /** What a screen reader says, where the word alone says too little; it begins with the word, or says what a press does. */
  readonly name?: string;
  /** `off`: what it turns on is off; `open`: its panel is shown; `danger`: it ends the call for this person. */
  readonly look?: 'off' | 'open' | 'danger' | 'phone' | undefined;
  readonly isExpanded?: boolean | undefined;
  readonly isPressed?: boolean | undefined;
  readonly busy?: boolean;
  readonly badge?: ReactNode;
  readonly element?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onClick: () => void;
}

/** One of the large buttons at the bottom: a drawing with its word. */
export function ControlButton({ icon, label, name, look, isExpanded, isPressed, busy = false, badge, element, ref, onClick }: Props) {
  return (
    <button
      ref={ref}
      type="button"
      className={`call-control ${look ? `call-control-${look}` : ''}`}
      data-element={element}
      aria-expanded={isExpanded}
      aria-pressed={isPressed}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      <CallIcon name={icon} />
      <span className="call-control-label" aria-hidden={name !== undefined || undefined}>
        {label}
      </span>
      {name !== undefined && <span className="visually-hidden">{name}</span>}
      {badge !== undefined && <span className="call-badge">{badge}</span>}
    </button>
  );
}
