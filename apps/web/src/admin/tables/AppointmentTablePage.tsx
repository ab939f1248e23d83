import { type AppointmentTableRequest, exportAppointments, type TableFormat, tableFormats } from '@sportello/contract';
import { useState } from 'react';
import { useAnswer } from '../../api.ts';
import { offices, services } from '../../directory.ts';
import { appointmentTable } from '../../messages/appointment-table.ts';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { saveBlob } from '../../papers/save-blob.ts';
import { Done } from '../../staff/Done.tsx';
import { useForm } from '../../staff/form.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useToday } from '../records/today.ts';
import { bodyOf, mistakesIn, type TableValues } from './table-values.ts';

/** Appointments of a period leave the desk as a table; people are named in it only for a reason. */
export function AppointmentTablePage() {
  const texts = useMessages(appointmentTable);
  const { field } = useMessages(common);
  const [allOffices, allServices] = [useAnswer(offices), useAnswer(services())];
  const today = useToday();
  const [said, setSaid] = useState<string | null>(null);
  const form = useForm<TableValues, unknown>({
    initial: { from: `${today.slice(0, 8)}01`, to: today, office_id: '', service_id: '', format: 'xlsx', withPeople: false, reason: '' },
    called: { 'with_people/reason': 'reason' },
    check: (values) => mistakesIn(values, texts.mistakes),
    send: async (values) => {
      setSaid(null);
      await save(bodyOf(values));
    },
    onDone: (_, { withPeople }) => setSaid(withPeople ? texts.peopleSaved : texts.saved),
  });
  const { withPeople } = form.values;
  const named = (items: readonly { readonly id: string; readonly name: string }[]) => items.map(({ id, name }) => ({ value: id, label: name }));

  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.lead} />
      <form noValidate onSubmit={form.submit} className="staff-form">
        <p className="form-text">{field.requiredNote}</p>
        <ErrorSummary errors={form.errors} ref={form.summary} />
        <Refusal error={form.refusal} />
        <div className="field-pairs">
          <TextField {...form.field('from')} type="date" label={texts.from} required />
          <TextField {...form.field('to')} type="date" label={texts.to} required />
        </div>
        <SelectField {...form.field('office_id')} label={texts.office} empty={texts.all} choices={named(allOffices)} />
        <SelectField {...form.field('service_id')} label={texts.service} empty={texts.all} choices={named(allServices)} />
        <RadioGroup
          {...form.field('format')}
          onChange={(format) => form.set({ format: format as TableFormat })}
          label={texts.format}
          required
          choices={[...tableFormats].toReversed().map((value) => ({ value, label: texts.formats[value] }))}
        />
        <Checkbox id="with-people" label={texts.withPeople} checked={withPeople} onChange={(now) => form.set({ withPeople: now })} />
        <p className="form-text mb-3">{texts.withPeopleHelp}</p>
        {withPeople && <TextField {...form.field('reason')} label={texts.reason} help={texts.reasonHelp} required maxLength={300} autoComplete="off" />}
        <Button type="submit" busy={form.isBusy} wide>
          {texts.send}
        </Button>
      </form>
      <Done text={said} />
    </div>
  );
}

async function save(body: AppointmentTableRequest): Promise<void> {
  saveBlob(await staffCall(exportAppointments, { body }), `appuntamenti-${body.from}-${body.to}.${body.format ?? 'csv'}`);
}
