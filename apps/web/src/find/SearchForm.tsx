import { type FormEvent, useId } from 'react';
import { useNavigate } from 'react-router';
import { find } from '../messages/find.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths, type ServiceFilter } from '../paths.ts';

interface Props {
  /** What the list is narrowed to already: the words change, the rest stays. */
  readonly filter?: ServiceFilter;
}

const mostCharacters = 200;

/** Search in own words. Without our code it would still be a form that leads to the list of services. */
export function SearchForm({ filter = {} }: Props) {
  const { search } = useMessages(find);
  const navigate = useNavigate();
  const id = useId();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    void navigate(paths.services({ ...filter, words }));
  }

  return (
    <form role="search" action={paths.services()} method="get" onSubmit={submit}>
      <label className="form-label" htmlFor={id}>
        {search.label}
      </label>
      <p className="form-text" id={`${id}-help`}>
        {search.help}
      </p>
      <div className="search-row">
        <input className="form-control" type="search" name="q" id={id} aria-describedby={`${id}-help`} maxLength={mostCharacters} defaultValue={filter.words} enterKeyHint="search" autoComplete="off" />
        <button type="submit" className="btn btn-primary btn-icon">
          {search.button}
        </button>
      </div>
    </form>
  );
}
