import { Icon } from './Icon.tsx';

interface Props {
  readonly name: string;
  /** Says what is rated; seen as the title of the panel, so for screen readers only. */
  readonly legend: string;
  readonly value: number | null;
  /** "3 stars of 5" */
  readonly labelOf: (stars: number) => string;
  readonly onChange: (stars: number) => void;
}

const stars = [1, 2, 3, 4, 5] as const;

/** One to five stars: radio buttons in their order. The marks are those that a checker of the national model clicks. */
export function Stars({ name, legend, value, labelOf, onChange }: Props) {
  return (
    <fieldset className="rating">
      <legend className="visually-hidden">{legend}</legend>
      {stars.map((star) => (
        <label key={star} data-element={`feedback-rate-${star}`}>
          <input type="radio" name={name} value={star} checked={value === star} onChange={() => onChange(star)} />
          <Icon name={value !== null && star <= value ? 'star-full' : 'star-outline'} />
          <span className="visually-hidden">{labelOf(star)}</span>
        </label>
      ))}
    </fieldset>
  );
}
