interface Props {
  readonly text: string;
}

/** Something is on its way: a wheel for the eye, a sentence for the ear. */
export function Waiting({ text }: Props) {
  return (
    <div className="waiting" role="status">
      <div className="progress-spinner progress-spinner-active" aria-hidden="true" />
      <span>{text}</span>
    </div>
  );
}
