import type { ReactNode } from 'react';

interface Look {
  readonly kind?: 'primary' | 'outline-primary' | 'outline-danger' | 'danger';
  /** As wide as the screen on a phone. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

interface Props extends Look {
  readonly type?: 'button' | 'submit';
  /** What it started is under way: a second press does nothing. */
  readonly busy?: boolean;
  /** What a screen reader says in place of the text, which it begins with: where several buttons say the same. */
  readonly ariaLabel?: string;
  readonly onClick?: () => void;
}

/** Stays in reach of the keyboard while busy, so that the focus is not lost. */
export function Button({ type = 'button', busy = false, ariaLabel, onClick, children, ...look }: Props) {
  return (
    <button type={type} className={classesOf(look)} aria-label={ariaLabel} aria-disabled={busy || undefined} onClick={busy ? preventSubmit : onClick}>
      {children}
    </button>
  );
}

interface LinkProps extends Look {
  readonly href: string;
  readonly element?: string | undefined;
}

/** A link that looks like a button, because it begins something. */
export function ButtonLink({ href, element, children, ...look }: LinkProps) {
  return (
    <a className={classesOf(look)} href={href} data-element={element}>
      {children}
    </a>
  );
}

function classesOf({ kind = 'primary', wide = false }: Omit<Look, 'children'>): string {
  return `btn btn-${kind} btn-icon ${wide ? 'btn-block-phone' : ''}`;
}

function preventSubmit(event: { preventDefault: () => void }): void {
  event.preventDefault();
}
