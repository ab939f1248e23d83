import { changeProfile } from '@sportello/contract';
import { useAnswerSoon } from '../../api.ts';
import { municipalities, offices } from '../../directory.ts';
import { useLanguageChoice, useMessages } from '../../messages/LanguageContext.tsx';
import { staffAccount } from '../../messages/staff-account.ts';
import { staff } from '../../messages/staff.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Done } from '../Done.tsx';
import { useForm } from '../form.ts';
import { LanguageField } from '../LanguageField.tsx';
import { keepMe, useMe } from '../me.ts';
import { Refusal } from '../Refusal.tsx';
import { scopeNames } from '../scope-names.ts';
import { staffCall } from '../staff-call.ts';
import { useUnsavedWarning } from '../unsaved.ts';

export function AboutYou() {
  const { profile: texts } = useMessages(staffAccount);
  const { roles, save, unsaved } = useMessages(staff);
  const { choose } = useLanguageChoice();
  const me = useMe();
  const names = scopeNames(me, useAnswerSoon(offices) ?? [], useAnswerSoon(municipalities) ?? []);
  const form = useForm({
    initial: { given_name: me.given_name, family_name: me.family_name, language: me.language },
    check: ({ given_name, family_name }) => ({
      ...(given_name.trim() === '' && { given_name: texts.givenNameMissing }),
      ...(family_name.trim() === '' && { family_name: texts.familyNameMissing }),
    }),
    send: (values) => staffCall(changeProfile, { body: { ...values, given_name: values.given_name.trim(), family_name: values.family_name.trim() } }),
    onDone: (changed, sent) => {
      keepMe(changed);
      if (sent.language !== me.language) choose(sent.language);
    },
  });
  useUnsavedWarning(form.isChanged, unsaved);

  return (
    <>
      <Facts
        facts={[
          { label: texts.email, value: me.email },
          { label: texts.role, value: roles[me.role] },
          { label: texts.reach, value: names === 'everything' ? texts.everything : names.join(', ') || '—' },
        ]}
      />
      {me.is_demo && <p className="form-text">{texts.demo}</p>}
      <form noValidate onSubmit={form.submit}>
        <ErrorSummary errors={form.errors} ref={form.summary} />
        <Refusal error={form.refusal} />
        <TextField {...form.field('given_name')} label={texts.givenName} required autoComplete="given-name" maxLength={100} />
        <TextField {...form.field('family_name')} label={texts.familyName} required autoComplete="family-name" maxLength={100} />
        <LanguageField {...form.field('language')} label={texts.language} />
        <div className="button-row">
          <Button type="submit" busy={form.isBusy}>
            {save}
          </Button>
          <Done text={form.isDone ? texts.saved : null} />
        </div>
      </form>
    </>
  );
}
