import { createContext, type ReactNode, use, useState } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from './Icon.tsx';

const Place = createContext<HTMLElement | null>(null);

/** The foot of the screen, where what was done is told: one above the other, read out as they come. */
export function ToastPlace({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <Place value={place}>
      {children}
      <div ref={setPlace} className="toasts" role="status" aria-atomic="false" />
    </Place>
  );
}

interface ToastProps {
  readonly text: string;
  /** What it tells did not work. */
  readonly isWrong?: boolean;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Somebody is at it, or has left it: it should not go meanwhile. */
  readonly onHold?: (isHeld: boolean) => void;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** Says what was done, and offers a way back. Needs a `ToastPlace` around it. */
export function Toast({ text, isWrong = false, closeLabel, onClose, onHold, children }: ToastProps) {
  const place = use(Place);
  const hold = onHold && { onFocus: () => onHold(true), onBlur: () => onHold(false), onPointerEnter: () => onHold(true), onPointerLeave: () => onHold(false) };
  const toast = (
    <div className="toast-bar" {...hold}>
      <p>
        <Icon name={isWrong ? 'error' : 'check'} size="sm" color="white" />
        <span>{text}</span>
      </p>
      {children}
      <button type="button" className="toast-close" aria-label={closeLabel} onClick={onClose}>
        <Icon name="close" size="sm" color="white" />
      </button>
    </div>
  );
  return place && createPortal(toast, place);
}

interface ActionProps {
  /** Where the word alone would not say what it acts on. */
  readonly label?: string;
  readonly busy?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** What can be done about a toast. */
export function ToastAction({ label, busy = false, onClick, children }: ActionProps) {
  return (
    <button type="button" aria-label={label} aria-disabled={busy || undefined} onClick={busy ? undefined : onClick}>
      {children}
    </button>
  );
}
