import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { videoConnection } from '../../messages/video-connection.ts';
import type { Form } from '../../staff/form.ts';
import { Collapsible } from '../../ui/Collapsible.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ConnectionValues } from './connection-values.ts';

interface Props {
  readonly form: Form<ConnectionValues>;
  readonly isSecretKept: boolean;
  readonly redirectUrl: string;
}

const usualHosts = { authentication: 'authentication.logmeininc.com', api: 'api.getgo.com' };

/** What belongs to an application at GoTo, and the address that it has to be told. */
export function GotoFields({ form, isSecretKept, redirectUrl }: Props) {
  const { choose: texts } = useMessages(videoConnection);
  const { copy } = useMessages(staff);
  return (
    <>
      <div className="copy-block">
        <CopyField label={texts.redirect} text={redirectUrl} copy={copy.copy} copied={copy.copied} failed={copy.failed} />
        <p className="form-text">{texts.redirectHelp}</p>
      </div>
      <TextField {...form.field('client_id')} label={texts.clientId} help={texts.clientIdHelp} required autoComplete="off" maxLength={200} />
      <SecretField form={form} name="client_secret" label={texts.clientSecret} isKept={isSecretKept} />
      <Collapsible title={texts.otherHosts}>
        <TextField {...form.field('authentication_host')} label={texts.authenticationHost} help={texts.usual(usualHosts.authentication)} autoComplete="off" maxLength={253} />
        <TextField {...form.field('api_host')} label={texts.apiHost} help={texts.usual(usualHosts.api)} autoComplete="off" maxLength={253} />
      </Collapsible>
    </>
  );
}

export function JitsiFields({ form, isSecretKept }: Props) {
  const { choose: texts } = useMessages(videoConnection);
  const { algorithm } = form.values;
  const isByKey = algorithm === 'RS256';
  const choices = Object.entries(texts.algorithms).map(([value, label]) => ({ value, label }));
  return (
    <>
      <HostField form={form} />
      <TextField {...form.field('app_id')} label={texts.appId} help={texts.appIdHelp} required autoComplete="off" maxLength={200} />
      <TextField {...form.field('audience')} label={texts.audience} help={texts.audienceHelp} autoComplete="off" maxLength={200} />
      <RadioGroup {...form.field('algorithm')} label={texts.algorithm} required choices={choices} />
      {isByKey && <TextField {...form.field('key_id')} label={texts.keyId} required autoComplete="off" maxLength={300} />}
      {isByKey ? <KeyField form={form} isKept={isSecretKept} /> : <SecretField form={form} name="secret" label={texts.secret} isKept={isSecretKept} />}
    </>
  );
}

export function BigBlueButtonFields({ form, isSecretKept }: Props) {
  const { choose: texts } = useMessages(videoConnection);
  const choices = ['sha1', 'sha256', 'sha384', 'sha512'].map((value) => ({ value, label: value }));
  return (
    <>
      <HostField form={form} />
      <SecretField form={form} name="secret" label={texts.secret} help={texts.bbbSecretHelp} isKept={isSecretKept} />
      <RadioGroup {...form.field('hash')} label={texts.hash} help={texts.hashHelp} required choices={choices} />
    </>
  );
}

function HostField({ form }: Pick<Props, 'form'>) {
  const { choose: texts } = useMessages(videoConnection);
  return <TextField {...form.field('host')} label={texts.host} help={texts.hostHelp} required autoComplete="off" maxLength={253} />;
}

interface SecretProps extends Pick<Props, 'form'> {
  readonly name: 'secret' | 'client_secret';
  readonly label: string;
  readonly help?: string;
  readonly isKept: boolean;
}

function SecretField({ form, name, label, help, isKept }: SecretProps) {
  const { choose: texts } = useMessages(videoConnection);
  const { password } = useMessages(staff);
  const said = [isKept && texts.keep, help].filter(Boolean).join(' ');
  return <PasswordField {...form.field(name)} label={label} help={said || undefined} required={!isKept} autoComplete="new-password" texts={{ ...password, showLong: password.show, hideLong: password.hide }} />;
}

function KeyField({ form, isKept }: { readonly form: Form<ConnectionValues>; readonly isKept: boolean }) {
  const { choose: texts } = useMessages(videoConnection);
  const { value, ...field } = form.field('secret');
  return <TextArea {...field} defaultValue={value} label={texts.privateKey} help={[isKept && texts.keep, texts.privateKeyHelp].filter(Boolean).join(' ')} required={!isKept} maxLength={10_000} rows={6} />;
}
