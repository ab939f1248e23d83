import { channels, statisticsGroupings } from '@sportello/contract';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../api.ts';
import { municipalities, offices, services } from '../../directory.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { statistics } from '../../messages/statistics.ts';
import { useForm } from '../../staff/form.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { FilterField } from '../audit/FilterField.tsx';
import { addressOf, type StatisticsFilter } from './statistics-filter.ts';

/** Narrows the figures; what is chosen goes into the address. */
export function StatisticsFilterForm({ filter }: { readonly filter: StatisticsFilter }) {
  const { filter: texts, channelNames, groupings } = useMessages(statistics);
  const [allServices, allOffices, allMunicipalities] = [useAnswer(services()), useAnswer(offices), useAnswer(municipalities)];
  const navigate = useNavigate();
  const form = useForm({
    initial: { ...filter, groupBy: filter.groupBy === 'day' ? '' : (filter.groupBy as string) },
    check: ({ from, to }): Record<string, string> => {
      if (!from || !to) return { [from ? 'to' : 'from']: texts.dayMissing };
      if (from > to) return { from: texts.daysWrong };
      return Date.parse(to) - Date.parse(from) > 365 * 86_400_000 ? { from: texts.tooLong } : {};
    },
    send: async ({ groupBy, ...wanted }) => navigate(staffPaths.statistics({ ...addressOf({ ...wanted, groupBy: filter.groupBy }), per: groupBy })),
  });
  const named = (items: readonly { readonly id: string; readonly name: string }[]) => items.map(({ id, name }) => ({ value: id, label: name }));

  return (
    <form noValidate onSubmit={form.submit} className="audit-filter" role="search" aria-label={texts.label}>
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <div className="audit-fields statistics-fields">
        <FilterField {...form.field('from')} label={texts.from} type="date" />
        <FilterField {...form.field('to')} label={texts.to} type="date" />
        <FilterField {...form.field('groupBy')} label={texts.groupBy} empty={groupings.day} choices={statisticsGroupings.filter((one) => one !== 'day').map((one) => ({ value: one, label: groupings[one] }))} />
        <FilterField {...form.field('serviceId')} label={texts.service} empty={texts.all} choices={named(allServices)} />
        <FilterField {...form.field('channel')} label={texts.channel} empty={texts.allWays} choices={channels.map((one) => ({ value: one, label: channelNames[one] }))} />
        <FilterField {...form.field('officeId')} label={texts.office} empty={texts.all} choices={named(allOffices)} />
        <FilterField {...form.field('municipalityId')} label={texts.municipality} empty={texts.all} choices={named(allMunicipalities)} />
      </div>
      <div className="button-row">
        <Button type="submit" busy={form.isBusy}>
          {texts.show}
        </Button>
        <a href={staffPaths.statistics()}>{texts.clear}</a>
      </div>
    </form>
  );
}
