import { channels } from '@sportello/contract';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../api.ts';
import { common } from '../../messages/common.ts';
import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { CheckboxGroup } from '../../staff/CheckboxGroup.tsx';
import { type Form, useForm } from '../../staff/form.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type ItemOf, recordsOf } from '../records/queries.ts';
import { useFirstSteps } from './queries.ts';
import { saveService } from './save-service.ts';
import { mistakesInService, type ServiceValues, valuesOfService } from './service-values.ts';
import { StepFrame } from './StepFrame.tsx';
import { pathOfStep } from './steps.ts';

/** What people come for first, with the rules that most services have. */
export function ServiceStep() {
  const { service_id } = useFirstSteps();
  const service = useAnswer(recordsOf('service')).items.find(({ id }) => id === service_id) ?? null;
  return (
    <StepFrame name="service">
      <ServiceForm key={service?.revision ?? 'new'} service={service} />
    </StepFrame>
  );
}

function ServiceForm({ service }: { readonly service: ItemOf<'service'> | null }) {
  const { service: texts } = useMessages(firstSteps);
  const { field } = useMessages(common);
  const { unsaved } = useMessages(staff);
  const navigate = useNavigate();
  const municipalities = useAnswer(recordsOf('municipality')).items;
  const [union] = useAnswer(recordsOf('union')).items;
  const offices = useAnswer(recordsOf('office')).items.filter(({ state }) => state === 'used');
  const placeIds = service?.content.channels.flatMap(({ place_ids }) => place_ids) ?? [];
  const place = useAnswer(recordsOf('place')).items.find(({ id }) => placeIds.includes(id))?.content ?? null;
  const seat = municipalities.find(({ title }) => title.toLowerCase() === union?.content.seat.trim().toLowerCase())?.id ?? '';
  const form = useForm<ServiceValues, unknown>({
    initial: valuesOfService(service?.content ?? null, place, { officeId: offices.length === 1 ? (offices[0]?.id ?? '') : '', municipalityId: seat }),
    check: (values) => mistakesInService(values, texts),
    send: (values) => saveService(values, service, texts.placeName),
    onDone: () => navigate(pathOfStep('hours')),
  });
  useUnsavedWarning(form.isChanged && !form.isDone, unsaved);
  const choices = (items: readonly { readonly id: string; readonly title: string }[]) => items.map(({ id, title }) => ({ value: id, label: title }));

  return (
    <form noValidate onSubmit={form.submit} className="record-form">
      <p className="form-text">{field.requiredNote}</p>
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} />
      <TextField {...form.field('name')} label={texts.name} help={texts.nameHelp} required autoComplete="off" maxLength={200} />
      <TextField {...form.field('summary')} label={texts.summary} help={texts.summaryHelp} required autoComplete="off" maxLength={300} />
      <SelectField {...form.field('officeId')} label={texts.office} required empty={texts.choose} choices={choices(offices)} />
      <Meeting form={form} />
      {form.values.channels.includes('desk') && (
        <fieldset className="record-part">
          <legend>{texts.place}</legend>
          <div className="field-columns">
            <TextField {...form.field('street')} label={texts.street} required autoComplete="off" maxLength={200} />
            <SelectField {...form.field('municipalityId')} label={texts.municipality} required empty={texts.choose} choices={choices(municipalities)} />
          </div>
        </fieldset>
      )}
      <p className="form-text">{texts.rules}</p>
      <Button type="submit" wide busy={form.isBusy}>
        {texts.save}
      </Button>
    </form>
  );
}

function Meeting({ form }: { readonly form: Form<ServiceValues> }) {
  const { service: texts } = useMessages(firstSteps);
  const { channels: names } = useMessages(common);
  return (
    <>
      <CheckboxGroup {...form.field('channels')} legend={texts.channels} help={texts.channelsHelp} choices={channels.map((value) => ({ value, label: names[value] }))} />
      <div className="first-steps-short">
        <TextField {...form.field('duration')} label={texts.duration} help={texts.durationHelp} required inputMode="numeric" autoComplete="off" maxLength={3} />
      </div>
    </>
  );
}
