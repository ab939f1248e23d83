import { useMutation } from '@tanstack/react-query';
import { audit } from '../../messages/audit.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { fieldErrorsOf } from '../../trouble.ts';
import { Button } from '../../ui/Button.tsx';
import { type AuditFilter, tableQuestionOf } from './audit-filter.ts';
import { saveEntries } from './queries.ts';

/** What is shown, with the pages before, as a table. */
export function SaveEntries({ filter }: { readonly filter: AuditFilter }) {
  const texts = useMessages(audit);
  const saving = useMutation({ mutationFn: () => saveEntries(tableQuestionOf(filter), 'registro.csv') });
  return (
    <>
      <Refusal error={saving.error} text={saving.error ? Object.values(fieldErrorsOf(saving.error))[0] : undefined} />
      <Button kind="outline-primary" busy={saving.isPending} onClick={() => saving.mutate()}>
        {texts.table}
      </Button>
      <Done text={saving.isSuccess ? texts.saved : null} />
    </>
  );
}
