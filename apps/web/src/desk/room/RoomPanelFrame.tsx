import { type ReactNode, useId } from 'react';

/** One thing that the desk does from a room. */
export function RoomPanelFrame({ title, lead, children }: { readonly title: string; readonly lead?: string | undefined; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="board-panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p className="panel-lead">{lead}</p>}
      {children}
    </section>
  );
}
