import { drawingOf, type IconName } from './icons.ts';

interface Props {
  readonly name: IconName;
  readonly size?: 'xs' | 'sm' | 'lg';
  readonly color?: 'primary' | 'secondary' | 'success' | 'danger' | 'white';
}

/** A drawing beside a text that says the same: screen readers pass it by. */
export function Icon({ name, size, color }: Props) {
  const classes = ['icon', size && `icon-${size}`, color && `icon-${color}`].filter(Boolean).join(' ');
  // The drawing is a constant of the build, never something that came from outside.
  return <svg className={classes} viewBox="0 0 24 24" aria-hidden="true" focusable="false" dangerouslySetInnerHTML={{ __html: drawingOf(name) }} />;
}
