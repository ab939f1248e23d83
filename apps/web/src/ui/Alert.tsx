import type { ReactNode } from 'react';

interface Props {
  readonly kind: 'info' | 'success' | 'warning' | 'danger';
  /** `alert` interrupts a screen reader, `status` waits its turn; left out, nothing is announced. */
  readonly role?: 'alert' | 'status' | undefined;
  readonly children: ReactNode;
}

export function Alert({ kind, role, children }: Props) {
  return (
    <div className={`alert alert-${kind}`} role={role}>
      {children}
    </div>
  );
}
