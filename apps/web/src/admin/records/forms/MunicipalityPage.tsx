import type { ContentOf } from '@sportello/contract';
import { useRef } from 'react';
import { recordFields } from '../../../messages/record-fields.ts';
import { recordForms } from '../../../messages/record-forms.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FieldError } from '../../../ui/FieldFrame.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { AddressField } from '../AddressField.tsx';
import { InTwo } from '../InTwo.tsx';
import { RecordPage } from '../RecordPage.tsx';
import { useToday } from '../today.ts';
import type { Edit } from '../use-record-edit.ts';
import { Part } from './Part.tsx';
import { PeriodFields } from './PeriodFields.tsx';

type Content = ContentOf<'municipality'>;

const blank: Content = { kind: 'municipality', slug: '', name: '', istat_code: '', cadastral_code: '', postal_code: '', province: '', memberships: [] };

export function MunicipalityPage() {
  const today = useToday();
  return <RecordPage kind="municipality" start={{ ...blank, memberships: [{ first_day: today }] }} form={(edit) => <MunicipalityForm edit={edit} />} />;
}

function MunicipalityForm({ edit }: { readonly edit: Edit<Content> }) {
  const { labels } = useMessages(recordFields);
  const { municipality: texts, groups, textHelp } = useMessages(recordForms);
  return (
    <>
      <Memberships edit={edit} />
      <Part title={groups.names}>
        <div className="field-columns">
          <TextField {...edit.text('/name')} label={labels.name} required autoComplete="off" maxLength={200} />
          <AddressField edit={edit} />
        </div>
      </Part>
      <Part title={groups.codes}>
        <div className="field-columns field-columns-short">
          <TextField {...edit.text('/postal_code')} label={labels.postal_code} required inputMode="numeric" autoComplete="off" maxLength={5} />
          <TextField {...edit.text('/province')} label={labels.province} help={texts.provinceHelp} required autoComplete="off" maxLength={2} />
          <TextField {...edit.text('/area_code')} label={labels.area_code} help={texts.areaHelp} inputMode="numeric" autoComplete="off" maxLength={5} />
          <TextField {...edit.text('/istat_code')} label={labels.istat_code} help={texts.istatHelp} required inputMode="numeric" autoComplete="off" maxLength={6} />
          <TextField {...edit.text('/cadastral_code')} label={labels.cadastral_code} help={texts.cadastralHelp} required autoComplete="off" maxLength={4} />
        </div>
      </Part>
      <Part title={groups.about}>
        <div className="field-columns">
          <TextField {...edit.text('/patron_saint')} label={labels.patron_saint} autoComplete="off" maxLength={200} />
          <TextField {...edit.text('/patron_day')} label={labels.patron_day} help={texts.patronHelp} autoComplete="off" maxLength={5} />
          <TextField {...edit.number('/population')} label={labels.population} inputMode="numeric" autoComplete="off" maxLength={8} />
          <TextField {...edit.text('/population_at')} type="date" label={labels.population_at} />
        </div>
        <InTwo edit={edit} at="/description" label={labels.description} help={textHelp} rows={6} maxLength={20_000} />
      </Part>
    </>
  );
}

function Memberships({ edit }: { readonly edit: Edit<Content> }) {
  const { municipality: texts, remove, removeOf } = useMessages(recordForms);
  const part = useRef<HTMLDivElement>(null);
  const today = useToday();
  const { memberships } = edit.content;

  function take(index: number): void {
    edit.change({ memberships: memberships.filter((_, at) => at !== index) });
    part.current?.focus();
  }

  return (
    <Part title={texts.memberships} help={texts.membershipsHelp}>
      <div id={edit.idOf('/memberships')} tabIndex={-1} data-quiet-focus ref={part}>
        <FieldError id={edit.idOf('/memberships')} error={edit.errorOf('/memberships')} />
        {memberships.length === 0 && <p className="form-text">{texts.noPeriods}</p>}
      </div>
      {memberships.map((_, index) => (
        <div className="period-row" role="group" aria-label={texts.period(index + 1)} key={index}>
          <PeriodFields edit={edit} at={`/memberships/${index}`} />
          <button type="button" className="plain-button" aria-label={removeOf(texts.period(index + 1))} onClick={() => take(index)}>
            {remove}
          </button>
        </div>
      ))}
      <Button kind="outline-primary" wide onClick={() => edit.change({ memberships: [...memberships, { first_day: today }] })}>
        {texts.addPeriod}
      </Button>
    </Part>
  );
}
