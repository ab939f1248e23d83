import { changeVideoConnection, type VideoConnection } from '@sportello/contract';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { videoConnection } from '../../messages/video-connection.ts';
import { useForm } from '../../staff/form.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { mistakesIn, requestOf, secretOf, valuesOf, type VendorName } from './connection-values.ts';
import { keepConnection } from './queries.ts';
import { BigBlueButtonFields, GotoFields, JitsiFields } from './VendorFields.tsx';

interface Props {
  readonly vendor: VendorName;
  readonly connection: VideoConnection;
  readonly onSaid: (text: string) => void;
}

/** The settings of one vendor. A secret that is kept is never shown again: an empty field keeps it. */
export function ConnectionForm({ vendor, connection, onSaid }: Props) {
  const { choose: texts } = useMessages(videoConnection);
  const { field } = useMessages(common);
  const { unsaved } = useMessages(staff);
  const isSecretKept = connection.provider === vendor && connection.secrets_set.includes(secretOf(vendor));
  const form = useForm({
    initial: valuesOf(connection, vendor),
    check: (values) => mistakesIn(vendor, values, isSecretKept, texts),
    send: (values) => staffCall(changeVideoConnection, { body: requestOf(vendor, values) }),
    onDone: (changed) => {
      form.reset(valuesOf(changed, vendor));
      keepConnection(changed);
      onSaid(texts.saved[changed.state]);
    },
  });
  useUnsavedWarning(form.isChanged, unsaved);
  const Fields = { gotomeeting: GotoFields, jitsi: JitsiFields, bigbluebutton: BigBlueButtonFields }[vendor];

  return (
    <form noValidate onSubmit={form.submit} className="staff-form" autoComplete="off">
      <p className="form-text">{field.requiredNote}</p>
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} />
      <Fields form={form} isSecretKept={isSecretKept} redirectUrl={connection.redirect_url ?? ''} />
      <Button type="submit" wide busy={form.isBusy}>
        {texts.save}
      </Button>
    </form>
  );
}
