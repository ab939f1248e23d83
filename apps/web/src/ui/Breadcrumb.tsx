interface Step {
  readonly label: string;
  readonly href: string;
}

interface Props {
  readonly label: string;
  readonly steps: readonly Step[];
  /** The page itself: named last, no link. */
  readonly here: string;
}

export function Breadcrumb({ label, steps, here }: Props) {
  return (
    <nav className="breadcrumb-container" aria-label={label}>
      <ol className="breadcrumb" data-element="breadcrumb">
        {steps.map((step) => (
          <li className="breadcrumb-item" key={step.href}>
            <a href={step.href}>{step.label}</a>
            <span className="separator" aria-hidden="true">
              /
            </span>
          </li>
        ))}
        <li className="breadcrumb-item active" aria-current="page">
          {here}
        </li>
      </ol>
    </nav>
  );
}
