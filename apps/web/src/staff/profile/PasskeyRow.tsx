import { type Passkey, renamePasskey } from '@sportello/contract';
import { useState } from 'react';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staffAccount } from '../../messages/staff-account.ts';
import { staff } from '../../messages/staff.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useForm } from '../form.ts';
import { formatMoment } from '../moments.ts';
import { Refusal } from '../Refusal.tsx';
import { staffCall } from '../staff-call.ts';

interface Props {
  readonly passkey: Passkey;
  readonly onRenamed: () => void;
  readonly onRemove: () => void;
}

export function PasskeyRow({ passkey, onRenamed, onRemove }: Props) {
  const { profile: texts } = useMessages(staffAccount);
  const language = useLanguage();
  const [isRenaming, setRenaming] = useState(false);
  const used = passkey.last_used_at ? texts.passkeyUsed(formatMoment(passkey.last_used_at, language)) : texts.passkeyUnused;
  return (
    <li>
      <div className="row-main">
        <strong>{passkey.name}</strong>
        <span className="row-facts">
          {texts.passkeyMade(formatMoment(passkey.created_at, language))}
          <br />
          {used}
          {passkey.backed_up && (
            <>
              <br />
              {texts.passkeySynced}
            </>
          )}
        </span>
      </div>
      {isRenaming ? (
        <RenameForm
          passkey={passkey}
          onClose={() => setRenaming(false)}
          onRenamed={() => {
            setRenaming(false);
            onRenamed();
          }}
        />
      ) : (
        <div className="row-actions">
          <button type="button" className="plain-button" aria-label={texts.passkeyRenameOf(passkey.name)} onClick={() => setRenaming(true)}>
            {texts.passkeyRename}
          </button>
          <button type="button" className="plain-button" aria-label={texts.passkeyRemoveOf(passkey.name)} onClick={onRemove}>
            {texts.passkeyRemove}
          </button>
        </div>
      )}
    </li>
  );
}

function RenameForm({ passkey, onRenamed, onClose }: { readonly passkey: Passkey; readonly onRenamed: () => void; readonly onClose: () => void }) {
  const { passkey: texts } = useMessages(staffAccount);
  const { save, cancel } = useMessages(staff);
  const form = useForm({
    initial: { name: passkey.name },
    check: ({ name }): Record<string, string> => (name.trim() === '' ? { name: texts.nameMissing } : {}),
    send: ({ name }) => staffCall(renamePasskey, { params: { passkey_id: passkey.id }, body: { name: name.trim() } }),
    onDone: onRenamed,
  });
  return (
    <form noValidate onSubmit={form.submit} className="row-form">
      <Refusal error={form.refusal} />
      <TextField {...form.field('name')} label={texts.name} required autoComplete="off" maxLength={100} />
      <div className="button-row">
        <Button type="submit" busy={form.isBusy}>
          {save}
        </Button>
        <Button kind="outline-primary" onClick={onClose}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}
