import { call, isEmail, type Language, normalizeEmail, redeemStaffLink, type SignInAnswer, type StaffLink } from '@sportello/contract';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffDoor } from '../../messages/staff-door.ts';
import { staff } from '../../messages/staff.ts';
import { currentLanguage } from '../../session/language-choice.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { mistakeInNewPassword } from '../check-new-password.ts';
import { useForm } from '../form.ts';
import { LanguageField } from '../LanguageField.tsx';
import { formatMoment } from '../moments.ts';
import { Refusal } from '../Refusal.tsx';
import { EmailField } from '../sign-in/EmailField.tsx';
import { detailOf, problemOf } from '../staff-call.ts';

interface Props {
  readonly token: string;
  readonly link: StaffLink;
  readonly onAnswer: (answer: SignInAnswer) => void;
  readonly onOver: () => void;
}

export function LinkForm({ token, link, onAnswer, onOver }: Props) {
  const { link: texts, newPassword, signIn } = useMessages(staffDoor);
  const { password } = useMessages(staff);
  const { field } = useMessages(common);
  const isFirst = link.kind === 'first_admin';
  const form = useForm({
    initial: { email: '', given_name: '', family_name: '', language: currentLanguage(), password: '' },
    check: (values) => {
      const mistake = mistakeInNewPassword(values.password, newPassword);
      return {
        ...(isFirst && values.given_name.trim() === '' && { given_name: texts.givenNameMissing }),
        ...(isFirst && values.family_name.trim() === '' && { family_name: texts.familyNameMissing }),
        ...(isFirst && !isEmail(normalizeEmail(values.email)) && { email: values.email.trim() === '' ? signIn.emailMissing : signIn.emailWrong }),
        ...(mistake && { password: mistake }),
      };
    },
    send: async (values) => {
      try {
        return await call(redeemStaffLink, { body: bodyOf(token, values, isFirst), language: currentLanguage() });
      } catch (error) {
        if (problemOf(error) === 'link-over') onOver();
        throw error;
      }
    },
    onDone: onAnswer,
    belongs: (error) => (problemOf(error) === 'email-in-use' ? { email: detailOf(error) } : {}),
  });

  return (
    <form noValidate method="post" onSubmit={form.submit}>
      {isFirst ? <p className="form-text mb-3">{field.requiredNote}</p> : <ForWhom link={link} />}
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} />
      {isFirst ? (
        <>
          <TextField {...form.field('given_name')} label={texts.givenName} required autoComplete="given-name" maxLength={100} />
          <TextField {...form.field('family_name')} label={texts.familyName} required autoComplete="family-name" maxLength={100} />
          <EmailField {...form.field('email')} label={signIn.email} />
          <LanguageField {...form.field('language')} label={texts.language} />
        </>
      ) : (
        // For the password manager; the person sees the address above.
        <input type="email" name="username" autoComplete="username" value={link.email ?? ''} readOnly hidden />
      )}
      <PasswordField {...form.field('password')} name="new-password" label={newPassword.label} help={newPassword.rules} required autoComplete="new-password" texts={password} />
      {link.kind !== 'reset' && <p>{texts.next}</p>}
      <Button type="submit" busy={form.isBusy} wide>
        {texts.submit}
      </Button>
    </form>
  );
}

function ForWhom({ link }: { readonly link: StaffLink }) {
  const { link: texts } = useMessages(staffDoor);
  const { roles } = useMessages(staff);
  const name = [link.given_name, link.family_name].filter(Boolean).join(' ');
  return (
    <div className="mb-4">
      <Facts
        facts={[
          { label: texts.who, value: [name, link.email && `(${link.email})`].filter(Boolean).join(' ') },
          ...(link.role && link.kind === 'invitation' ? [{ label: texts.role, value: roles[link.role] }] : []),
          { label: texts.until, value: formatMoment(link.expires_at, currentLanguage()) },
        ]}
      />
    </div>
  );
}

interface Values {
  readonly email: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly language: Language;
  readonly password: string;
}

function bodyOf(token: string, { email, given_name, family_name, language, password }: Values, isFirst: boolean) {
  return isFirst ? { token, password, email: normalizeEmail(email), given_name: given_name.trim(), family_name: family_name.trim(), language } : { token, password };
}
