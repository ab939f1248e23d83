interface Props {
  readonly text: string;
}

/** Says to a screen reader what has just changed elsewhere on the page; it must stand there before the text changes. */
export function Live({ text }: Props) {
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
