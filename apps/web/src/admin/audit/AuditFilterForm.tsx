import { auditActions, auditObjects } from '@sportello/contract';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../api.ts';
import { audit } from '../../messages/audit.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useForm } from '../../staff/form.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { allMembers } from '../members/queries.ts';
import { addressOf, type AuditFilter, noFilter } from './audit-filter.ts';
import { FilterField } from './FilterField.tsx';

export function AuditFilterForm({ filter }: { readonly filter: AuditFilter }) {
  const texts = useMessages(audit);
  const staff = useAnswer(allMembers);
  const navigate = useNavigate();
  const form = useForm({
    initial: filter,
    check: ({ from, to }): Record<string, string> => (from && to && from > to ? { from: texts.daysWrong } : {}),
    send: async (wanted) => navigate(staffPaths.audit(addressOf(wanted))),
  });
  const isFiltered = Object.entries(filter).some(([name, value]) => name !== 'register' && value !== '');

  return (
    <form noValidate onSubmit={form.submit} className="audit-filter" role="search">
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <div className="audit-fields">
        <FilterField {...form.field('from')} label={texts.from} type="date" />
        <FilterField {...form.field('to')} label={texts.to} type="date" />
        <FilterField
          {...form.field('staffId')}
          label={texts.staff}
          empty={texts.anybody}
          choices={staff.map(({ id, given_name, family_name }) => ({ value: id, label: `${family_name} ${given_name}` }))}
        />
        <FilterField {...form.field('action')} label={texts.action} empty={texts.anyAction} choices={auditActions.map((one) => ({ value: one, label: texts.actions[one] }))} />
        <FilterField {...form.field('objectKind')} label={texts.objectKind} empty={texts.anyObject} choices={auditObjects.map((one) => ({ value: one, label: texts.objects[one] }))} />
        <FilterField {...form.field('objectId')} label={texts.objectId} type="text" />
      </div>
      <div className="button-row">
        <Button type="submit" busy={form.isBusy}>
          {texts.search}
        </Button>
        {isFiltered && <a href={staffPaths.audit(addressOf({ ...noFilter, register: filter.register }))}>{texts.clear}</a>}
      </div>
    </form>
  );
}
