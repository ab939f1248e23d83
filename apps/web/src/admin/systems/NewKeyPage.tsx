import { type KeyScope, keyScopeNames, keyScopes, makeApiKey } from '@sportello/contract';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { systems } from '../../messages/systems.ts';
import { CheckboxGroup } from '../../staff/CheckboxGroup.tsx';
import { useForm } from '../../staff/form.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { readKeysAgain } from './queries.ts';
import { officesOf, ReachFields, type ReachValues } from './ReachFields.tsx';
import { SecretOnce } from './SecretOnce.tsx';

interface Values extends ReachValues {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly expires_on: string;
}

/** A key for another system; once made, it is shown in place of the form, this once. */
export function NewKeyPage() {
  const { title, newKey: texts } = useMessages(systems);
  const { unsaved } = useMessages(staff);
  const navigate = useNavigate();
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm<Values, { readonly secret: string }>({
    initial: { name: '', scopes: [], allOffices: true, office_ids: [], expires_on: '' },
    check: (values) => mistakesIn(values, texts),
    send: (values) => staffCall(makeApiKey, { body: bodyOf(values) }),
    onDone: (made) => {
      setSecret(made.secret);
      void readKeysAgain();
    },
  });
  useUnsavedWarning(form.isChanged || secret !== null, unsaved);
  // Leaving is asked about while the key is in sight; the button that says it was copied takes it away first.
  const leave = () => {
    setSecret(null);
    setTimeout(() => void navigate(staffPaths.connections()));
  };

  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.lead} up={{ label: title, href: staffPaths.connections() }} />
      {secret === null ? <KeyForm form={form} /> : <SecretOnce kind="key" text={secret} onDone={leave} />}
    </div>
  );
}

function KeyForm({ form }: { readonly form: ReturnType<typeof useForm<Values, { readonly secret: string }>> }) {
  const { newKey: texts, keys } = useMessages(systems);
  const { field } = useMessages(common);
  const scopes = form.field('scopes');
  const isByOffice = form.values.scopes.every((scope) => keyScopes[scope].byOffice);
  return (
    <form noValidate onSubmit={form.submit} className="staff-form">
      <p className="form-text">{field.requiredNote}</p>
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} />
      <TextField {...form.field('name')} label={texts.name} help={texts.nameHelp} required autoComplete="off" maxLength={80} />
      <CheckboxGroup
        id={scopes.id}
        error={scopes.error}
        legend={texts.scopes}
        help={texts.scopesHelp}
        choices={keyScopeNames.map((scope) => ({ value: scope, label: `${keys.scopes[scope].name}: ${keys.scopes[scope].text}` }))}
        value={form.values.scopes}
        onChange={(picked) => form.set({ scopes: keyScopeNames.filter((scope) => picked.includes(scope)) })}
      />
      {isByOffice ? <ReachFields form={form} /> : <p className="form-text">{texts.notByOffice}</p>}
      <TextField {...form.field('expires_on')} type="date" label={texts.ends} help={texts.endsHelp} required />
      <Button type="submit" busy={form.isBusy} wide>
        {texts.submit}
      </Button>
    </form>
  );
}

function bodyOf(values: Values) {
  const { name, scopes, expires_on } = values;
  const isByOffice = scopes.every((scope) => keyScopes[scope].byOffice);
  return { name: name.trim(), scopes: [...scopes], office_ids: isByOffice ? officesOf(values) : null, expires_on };
}

interface Said {
  readonly nameMissing: string;
  readonly scopesMissing: string;
  readonly officesMissing: string;
  readonly endsMissing: string;
}

function mistakesIn({ name, scopes, allOffices, office_ids, expires_on }: Values, texts: Said) {
  return {
    ...(name.trim() === '' && { name: texts.nameMissing }),
    ...(scopes.length === 0 && { scopes: texts.scopesMissing }),
    ...(!allOffices && office_ids.length === 0 && scopes.every((scope) => keyScopes[scope].byOffice) && { office_ids: texts.officesMissing }),
    ...(expires_on === '' && { expires_on: texts.endsMissing }),
  };
}
