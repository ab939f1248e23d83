import { inviteMember, isEmail, type Language, type Member, normalizeEmail, type Role } from '@sportello/contract';
import { useNavigate } from 'react-router';
import { common } from '../../messages/common.ts';
import { members } from '../../messages/members.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { useForm } from '../../staff/form.ts';
import { LanguageField } from '../../staff/LanguageField.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { detailOf, problemOf, staffCall } from '../../staff/staff-call.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { AfterInvitation } from './MembersPage.tsx';
import { type MemberValues, mistakesInMember, scopeOf } from './member-values.ts';
import { readMembersAgain } from './queries.ts';
import { RoleFields } from './RoleFields.tsx';

interface Values extends MemberValues {
  readonly email: string;
  readonly language: Language;
}

export function InvitePage() {
  const { form: texts, invite, list } = useMessages(members);
  const { field } = useMessages(common);
  const { unsaved } = useMessages(staff);
  const language = useLanguage();
  const navigate = useNavigate();
  const form = useForm<Values, Member>({
    initial: { given_name: '', family_name: '', email: '', language, role: '', allOffices: false, officeIds: [], municipalityIds: [] },
    check: (values) => ({ ...mistakesInEmail(values.email, texts), ...mistakesInMember(values, texts) }),
    send: (values) => staffCall(inviteMember, { body: bodyOf(values) }),
    onDone: async (invited, { email }) => {
      void readMembersAgain();
      await navigate(staffPaths.members(), { state: { said: invite.sent(normalizeEmail(email)), ...(invited.role !== 'auditor' && { invited: { id: invited.id, name: `${invited.given_name} ${invited.family_name}` } }) } satisfies AfterInvitation });
    },
    belongs: (error) => (problemOf(error) === 'email-in-use' ? { email: detailOf(error) } : {}),
  });
  useUnsavedWarning(form.isChanged, unsaved);

  return (
    <div className="container page-body">
      <StaffHead title={invite.title} lead={invite.lead} up={{ label: list.title, href: staffPaths.members() }} />
      <form noValidate onSubmit={form.submit} className="staff-form">
        <p className="form-text">{field.requiredNote}</p>
        <ErrorSummary errors={form.errors} ref={form.summary} />
        <Refusal error={form.refusal} />
        <TextField {...form.field('given_name')} label={texts.givenName} required autoComplete="off" maxLength={100} />
        <TextField {...form.field('family_name')} label={texts.familyName} required autoComplete="off" maxLength={100} />
        <TextField {...form.field('email')} type="email" label={texts.email} help={texts.emailHelp} required autoComplete="off" maxLength={254} />
        <LanguageField {...form.field('language')} label={texts.language} />
        <RoleFields form={form} />
        <Button type="submit" busy={form.isBusy} wide>
          {invite.submit}
        </Button>
      </form>
    </div>
  );
}

function mistakesInEmail(typed: string, texts: { readonly emailMissing: string; readonly emailWrong: string }): Record<string, string> {
  if (isEmail(normalizeEmail(typed))) return {};
  return { email: typed.trim() === '' ? texts.emailMissing : texts.emailWrong };
}

function bodyOf(values: Values) {
  const { given_name, family_name, email, language } = values;
  // Checked before: a form without a role is not sent.
  const role = values.role as Role;
  return { given_name: given_name.trim(), family_name: family_name.trim(), email: normalizeEmail(email), language, role, scope: scopeOf(values) };
}
