import { useState } from 'react';
import { useAnswer } from '../../api.ts';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { CheckboxGroup } from '../../staff/CheckboxGroup.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FieldError } from '../../ui/FieldFrame.tsx';
import { recordsOf } from '../records/queries.ts';
import { type Candidate, choicesFor, kindOfNeed, type NeedKind, withNeed } from './needs.ts';
import type { ChannelEdit } from './service-edit.ts';

const mostNeeds = 5;

/** Which calendars must be free at once, row by row; and where people are received. */
export function NeedsFields(channel: ChannelEdit) {
  const { needs: texts } = useMessages(servicesAdmin);
  const { edit, rules, at } = channel;
  const calendars = useAnswer(recordsOf('calendar')).items;
  const candidates: readonly Candidate[] = calendars.map(({ id, state, content }) => ({ id, name: content.name, of: content.of, officeId: content.office_id, isArchived: state === 'archived' }));
  // An empty row says nothing of its kind by itself.
  const [asked, setAsked] = useState<NeedKind>('operator');
  const kinds = rules.needs.map((ids) => kindOfNeed(ids, candidates, asked));
  const mayAdd = rules.needs.length < mostNeeds && rules.needs.every((ids) => ids.length > 0);
  const pointer = at('needs');

  function add(kind: NeedKind): void {
    setAsked(kind);
    edit.put(pointer, withNeed(rules.needs, kind, candidates));
  }

  return (
    <>
      <fieldset id={edit.idOf(pointer)} tabIndex={-1} data-quiet-focus className="plain-group needs">
        <legend className="visually-hidden">{texts.text}</legend>
        <p className="form-text">{texts.text}</p>
        <FieldError id={edit.idOf(pointer)} error={edit.errorOf(pointer)} />
        {rules.needs.map((ids, row) => (
          <NeedRow
            key={row}
            id={edit.idOf(`${pointer}/${row}`)}
            legend={kinds[row] === 'thing' ? texts.things : texts.people(row + 1)}
            error={edit.errorOf(`${pointer}/${row}`)}
            value={ids}
            choices={choicesFor(row, rules.needs, candidates, { kind: kinds[row] ?? 'operator', officeId: edit.content.office_id })}
            kind={kinds[row] ?? 'operator'}
            onChange={(next) => edit.put(`${pointer}/${row}`, next)}
            onRemove={() => edit.put(pointer, rules.needs.toSpliced(row, 1))}
          />
        ))}
        {mayAdd && (
          <div className="button-row">
            <Button kind="outline-primary" wide onClick={() => add('operator')}>
              {kinds.includes('operator') ? texts.addMorePeople : texts.addPeople}
            </Button>
            <Button kind="outline-primary" wide onClick={() => add('thing')}>
              {texts.addThing}
            </Button>
          </div>
        )}
        <p className="form-text">{texts.assignment}</p>
      </fieldset>
      <Checkbox
        id={edit.idOf(at('person_may_choose'))}
        label={
          <>
            {texts.mayChoose} <span className="form-text">{texts.mayChooseHelp}</span>
          </>
        }
        error={edit.errorOf(at('person_may_choose'))}
        checked={rules.person_may_choose}
        onChange={(may) => edit.put(at('person_may_choose'), may)}
      />
      {rules.channel === 'desk' && <PlacesField {...channel} />}
    </>
  );
}

interface RowProps {
  readonly id: string;
  readonly legend: string;
  readonly error: string | undefined;
  readonly value: readonly string[];
  readonly choices: ReturnType<typeof choicesFor>;
  readonly kind: NeedKind;
  readonly onChange: (ids: string[]) => void;
  readonly onRemove: () => void;
}

function NeedRow({ id, legend, error, value, choices: { own, others }, kind, onChange, onRemove }: RowProps) {
  const { needs: texts } = useMessages(servicesAdmin);
  const asChoices = (list: readonly Candidate[]) => list.map((one) => ({ value: one.id, label: one.isArchived ? texts.archived(one.name) : one.name }));
  return (
    <div className="need-row">
      <CheckboxGroup id={id} legend={legend} error={error} choices={asChoices(own)} value={value} onChange={onChange} />
      {own.length + others.length === 0 && <p className="form-text">{kind === 'thing' ? texts.noThings : texts.noPeople}</p>}
      {others.length > 0 && (
        <details className="rule-services" open={own.length === 0 || undefined}>
          <summary>{texts.others}</summary>
          <CheckboxGroup id={`${id}-others`} legend={texts.others} choices={asChoices(others)} value={value} onChange={onChange} />
        </details>
      )}
      <button type="button" className="plain-button" aria-label={texts.remove(legend)} onClick={onRemove}>
        {texts.removeRow}
      </button>
    </div>
  );
}

function PlacesField({ edit, rules, at }: ChannelEdit) {
  const { needs: texts } = useMessages(servicesAdmin);
  const places = useAnswer(recordsOf('place')).items.filter(({ id, state }) => state === 'used' || rules.place_ids.includes(id));
  return (
    <CheckboxGroup
      id={edit.idOf(at('place_ids'))}
      legend={texts.places}
      help={texts.placesHelp}
      error={edit.errorOf(at('place_ids'))}
      choices={places.map(({ id, title, state }) => ({ value: id, label: state === 'archived' ? texts.archived(title) : title }))}
      value={rules.place_ids}
      onChange={(ids) => edit.put(at('place_ids'), ids)}
    />
  );
}
