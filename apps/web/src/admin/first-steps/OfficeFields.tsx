import type { ContentOf } from '@sportello/contract';
import { useId } from 'react';
import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { CheckboxGroup } from '../../staff/CheckboxGroup.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Edit } from '../records/use-record-edit.ts';

type Content = ContentOf<'office'>;

interface Props {
  readonly edit: Edit<Content>;
  /** What serving every comune looks like. */
  readonly all: Content['serves'];
  /** Of the comuni, by id. */
  readonly names: ReadonlyMap<string, string>;
}

const ready = ['technical', 'suap', 'sue'] as const;

/** What an office needs to begin with; the rest stands in its page. */
export function OfficeFields({ edit, all, names }: Props) {
  const { offices: texts } = useMessages(firstSteps);
  const id = useId();
  return (
    <>
      <div role="group" aria-labelledby={id} className="ready-offices">
        <p id={id}>
          <strong>{texts.ready}</strong>
        </p>
        <p className="form-text">{texts.readyHelp}</p>
        <div className="button-row">
          {ready.map((name) => (
            <Button key={name} kind="outline-primary" onClick={() => edit.change({ slug: '', name: { it: texts.choices[name].name }, short_name: { it: texts.choices[name].short } })}>
              {texts.choices[name].short}
            </Button>
          ))}
        </div>
      </div>
      <div className="field-columns">
        <TextField
          {...edit.text('/name/it')}
          // Its address is made from its name, and with it what the API finds taken.
          error={edit.errorOf('/name/it') ?? (edit.errorOf('/slug') && texts.sameName)}
          onChange={(name) => edit.change({ slug: '', name: { it: name } })}
          label={texts.name}
          required
          autoComplete="off"
          maxLength={200}
        />
        <TextField {...edit.text('/short_name/it')} label={texts.short} help={texts.shortHelp} required autoComplete="off" maxLength={60} />
        <TextField {...edit.text('/phone')} type="tel" label={texts.phone} required autoComplete="off" maxLength={40} />
        <TextField {...edit.text('/email')} type="email" label={texts.email} required autoComplete="off" maxLength={254} />
      </div>
      <CheckboxGroup
        id={edit.idOf('/serves')}
        legend={texts.serves}
        help={texts.servesHelp}
        error={edit.errorOf('/serves')}
        choices={all.map(({ municipality_id }) => ({ value: municipality_id, label: names.get(municipality_id) ?? '' }))}
        value={edit.content.serves.map(({ municipality_id }) => municipality_id)}
        onChange={(ids) => edit.change({ serves: all.filter(({ municipality_id }) => ids.includes(municipality_id)) })}
      />
    </>
  );
}
