import { ApiProblem, type BusyFailure, busyFailures, type BusySource, createBusySource } from '@sportello/contract';
import { calendarLinks } from '../../messages/calendar-links.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { useForm } from '../../staff/form.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Button } from '../../ui/Button.tsx';
import { Collapsible } from '../../ui/Collapsible.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { mistakeInAddress } from './address.ts';
import { Reading } from './Reading.tsx';

interface Props {
  readonly calendarId: string;
  readonly onSent: () => void;
  readonly onConnected: (source: BusySource) => void;
}

/** The address of one more calendar elsewhere. It is read at once; refused, it stays in its field. */
export function BusyForm({ calendarId, onSent, onConnected }: Props) {
  const { busy: texts } = useMessages(calendarLinks);
  const { unsaved } = useMessages(staff);
  const form = useForm({
    initial: { address: '' },
    check: ({ address }) => ({ address: mistakeInAddress(address, texts) ?? undefined }),
    send: ({ address }) => {
      onSent();
      return staffCall(createBusySource, { params: { calendar_id: calendarId }, body: { address: address.trim() } });
    },
    onDone: (source) => {
      form.reset({ address: '' });
      onConnected(source);
    },
    belongs: (error) => {
      const failure = failureOf(error);
      return failure ? { address: texts.failures[failure] } : {};
    },
  });
  useUnsavedWarning(form.isChanged, unsaved);

  return (
    <form noValidate onSubmit={form.submit} className="link-form">
      <h3>{texts.add}</h3>
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} />
      <TextField {...form.field('address')} label={texts.address} help={texts.addressHelp} required type="url" autoComplete="off" />
      <Collapsible title={texts.where}>
        <dl className="link-programs">
          {Object.entries(texts.programs).map(([key, { name, where }]) => (
            <div key={key}>
              <dt>{name}</dt>
              <dd>{where}</dd>
            </div>
          ))}
        </dl>
      </Collapsible>
      <div className="button-row mt-3">
        <Button type="submit" wide busy={form.isBusy}>
          {texts.connect}
        </Button>
        <Reading isReading={form.isBusy} />
      </div>
    </form>
  );
}

/** Why the calendar could not be read, where that is what the API says. */
function failureOf(error: Error): BusyFailure | null {
  const said = error instanceof ApiProblem ? error.problem?.failure : undefined;
  return busyFailures.find((failure) => failure === said) ?? null;
}
