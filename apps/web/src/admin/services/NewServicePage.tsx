import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate, useSearchParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { DraftGone } from '../records/DraftGone.tsx';
import { recordsOf } from '../records/queries.ts';
import { RecordEditor } from '../records/RecordEditor.tsx';
import { useNewDraft } from '../records/use-new-draft.ts';
import { copyOfService, newService } from './new-content.ts';
import { ServiceForm } from './ServiceForm.tsx';

/** What stands in the address for a service that begins with nothing. */
const nothing = 'vuoto';

/** A new service: first from where it begins, then the editor. */
export function NewServicePage() {
  const { create: texts, page } = useMessages(servicesAdmin);
  const services = useAnswer(recordsOf('service')).items;
  const offices = useAnswer(recordsOf('office')).items.filter(({ state }) => state === 'used');
  const [query] = useSearchParams();
  const from = query.get('da');
  const source = services.find(({ id }) => id === from);
  const begun = useNewDraft('service', newService());
  const draft = begun === 'gone' ? null : begun;
  const start = draft ? draft.content : source ? copyOfService(source.content, texts.copyName) : from === nothing || services.length === 0 ? newService(offices.length === 1 ? offices[0]?.id : '') : null;
  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={source ? texts.copied(source.title) : texts.lead} up={{ label: page.up, href: staffPaths.records('service') }} />
      {begun === 'gone' && <DraftGone />}
      {start ? <RecordEditor kind="service" id="new" start={start} draft={draft?.draft ?? null} form={(edit) => <ServiceForm edit={edit} recordId={undefined} />} /> : <WhereFrom services={services} />}
    </div>
  );
}

function WhereFrom({ services }: { readonly services: readonly { readonly id: string; readonly title: string }[] }) {
  const { create: texts } = useMessages(servicesAdmin);
  const navigate = useNavigate();
  const [from, setFrom] = useState<'nothing' | 'copy'>('copy');
  const [id, setId] = useState('');
  const [isChecked, setChecked] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const errors: Record<string, string> = isChecked && from === 'copy' && id === '' ? { source: texts.whichMissing } : {};

  function submit(event: FormEvent): void {
    event.preventDefault();
    flushSync(() => setChecked(true));
    if (from === 'copy' && id === '') return summary.current?.focus();
    void navigate(staffPaths.newService(from === 'copy' ? id : nothing));
  }

  return (
    <form noValidate onSubmit={submit} className="staff-form">
      <ErrorSummary errors={errors} ref={summary} />
      <RadioCards
        id="from"
        label={texts.from}
        required
        choices={[
          { value: 'copy', title: texts.fromCopy, text: texts.fromCopyText },
          { value: 'nothing', title: texts.fromNothing, text: texts.fromNothingText },
        ]}
        value={from}
        onChange={(value) => setFrom(value === 'nothing' ? 'nothing' : 'copy')}
      />
      {from === 'copy' && (
        <SelectField id="source" label={texts.which} required error={errors['source']} empty={texts.choose} choices={services.map((service) => ({ value: service.id, label: service.title }))} value={id} onChange={setId} />
      )}
      <Button type="submit" wide>
        {texts.goOn}
      </Button>
    </form>
  );
}
