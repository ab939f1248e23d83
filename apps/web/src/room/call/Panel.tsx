import { type ReactNode, useEffect, useId, useRef } from 'react';
import { CallIcon } from './CallIcon.tsx';

interface Props {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Beside the pictures; on a phone a sheet over them. The controls stay in sight. */
export function Panel({ title, closeLabel, onClose, children }: Props) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      className="call-panel"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="call-panel-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="call-panel-close" onClick={onClose}>
          <CallIcon name="close" />
          <span className="visually-hidden">{closeLabel}</span>
        </button>
      </div>
      {children}
    </section>
  );
}
