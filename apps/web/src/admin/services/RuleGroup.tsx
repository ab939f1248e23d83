import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What stands in it, in a line. */
  readonly says: string;
  readonly openAtFirst?: boolean;
  readonly children: ReactNode;
}

/** Rules that belong together: closed, they say what they are. */
export function RuleGroup({ title, says, openAtFirst = false, children }: Props) {
  return (
    <details className="rule-group" open={openAtFirst || undefined}>
      <summary>
        <span className="rule-group-title">{title}</span> <span className="rule-group-says">{says}</span>
      </summary>
      <div className="rule-group-body">{children}</div>
    </details>
  );
}
