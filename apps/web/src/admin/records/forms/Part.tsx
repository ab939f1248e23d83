import type { ReactNode } from 'react';

/** Fields that belong together, with their name. */
export function Part({ title, help, children }: { readonly title: string; readonly help?: string; readonly children: ReactNode }) {
  return (
    <fieldset className="record-part">
      <legend>{title}</legend>
      {help && <p className="form-text">{help}</p>}
      {children}
    </fieldset>
  );
}
