import type { SignInAnswer, SignInOptions } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useAnswerSoon } from '../../api.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { it } from '../../messages/staff-door.it.ts';
import { staffDoor } from '../../messages/staff-door.ts';
import { staff } from '../../messages/staff.ts';
import { Refusal } from '../Refusal.tsx';
import { sendCredentials } from './CredentialsForm.tsx';
import { signInOptions } from './queries.ts';

type DemoAccount = SignInOptions['demo_accounts'][number];

/** In demo mode only: one press signs in. Nothing elsewhere. */
export function DemoAccounts({ onAnswer }: { readonly onAnswer: (answer: SignInAnswer) => void }) {
  const { demo } = useMessages(staffDoor);
  const { roles } = useMessages(staff);
  const accounts = useAnswerSoon(signInOptions)?.demo_accounts ?? [];
  const entering = useMutation({ mutationFn: (account: DemoAccount) => sendCredentials(account), onSuccess: onAnswer });
  if (accounts.length === 0) return null;
  return (
    <section className="demo-accounts" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className="h4">
        {demo.title}
      </h2>
      <p className="form-text">{demo.text}</p>
      <Refusal error={entering.error} />
      <ul className="plain-list">
        {accounts.map((account) => (
          <li key={account.email}>
            <button type="button" aria-disabled={entering.isPending || undefined} onClick={() => entering.isPending || entering.mutate(account)}>
              <strong>
                {account.given_name} {account.family_name}
              </strong>
              <span>
                {roles[account.role]}
                {officesOf(account, demo)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function officesOf({ office_names: names }: DemoAccount, { several }: typeof it.demo): string {
  if (names.length === 0) return '';
  return `, ${names.length > 2 ? several(names.length) : names.join(', ')}`;
}
