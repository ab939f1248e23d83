import { Icon } from './Icon.tsx';

interface Props {
  readonly label: string;
  readonly steps: readonly string[];
  /** Place of the present step, from 0. */
  readonly current: number;
  /** "confirmed": for screen readers, after the name of a step that is done */
  readonly doneText: string;
}

/** The steps of a procedure as the national model shows them: all names on a wide screen, the present one on a phone. */
export function Stepper({ label, steps, current, doneText }: Props) {
  return (
    <div className="steppers">
      <nav className="steppers-header" aria-label={label}>
        <ol className="plain-list">
          {steps.map((step, index) => (
            <li key={step} className={stateOf(index, current)} aria-current={index === current ? 'step' : undefined}>
              {step}
              {index < current && (
                <>
                  <Icon name="check" />
                  <span className="visually-hidden">{doneText}</span>
                </>
              )}
            </li>
          ))}
        </ol>
        <span className="steppers-index" aria-hidden="true">
          {current + 1}/{steps.length}
        </span>
      </nav>
    </div>
  );
}

function stateOf(index: number, current: number): string | undefined {
  if (index === current) return 'active';
  return index < current ? 'confirmed' : undefined;
}
