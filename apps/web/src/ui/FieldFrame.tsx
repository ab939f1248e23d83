import type { ReactNode } from 'react';
import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Icon } from './Icon.tsx';

/** What every field of a form has. Its `id` is also the target of the error summary. */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

/** Label above, help, the field itself, and what is wrong with it. */
export function FieldFrame({ id, label, help, error, required, children }: FieldProps & { readonly children: ReactNode }) {
  return (
    <div className="form-group">
      <label className="form-label" htmlFor={id}>
        <FieldLabel label={label} required={required} />
      </label>
      <FieldHelp id={id} help={help} />
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldLabel({ label, required }: Pick<FieldProps, 'label' | 'required'>) {
  const { field } = useMessages(common);
  return (
    <>
      {label}
      {required ? <span aria-hidden="true">*</span> : <span className="fw-normal"> {field.optional}</span>}
    </>
  );
}

export function FieldHelp({ id, help }: Pick<FieldProps, 'id' | 'help'>) {
  if (!help) return null;
  return (
    <p className="form-text" id={`${id}-help`}>
      {help}
    </p>
  );
}

export function FieldError({ id, error }: Pick<FieldProps, 'id' | 'error'>) {
  if (!error) return null;
  return (
    <p className="invalid-feedback" id={`${id}-error`}>
      <Icon name="error" />
      <span>{error}</span>
    </p>
  );
}

/** The attributes that tie a control to its help and its error. */
export function describedBy({ id, help, error, required }: FieldProps) {
  const ids = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined, 'aria-required': required || undefined };
}
