import { channels, statisticsGroupings, type StatisticsGrouping, type StatisticsQuery } from '@sportello/contract';
import { isDay } from '../../staff/moments.ts';
import { type Charted, charted } from './charted.ts';

/** What the figures are narrowed to and how they are shown, as it stands in the address; a text is "" where it does not narrow. */
export interface StatisticsFilter {
  readonly from: string;
  readonly to: string;
  readonly serviceId: string;
  readonly channel: string;
  readonly officeId: string;
  readonly municipalityId: string;
  readonly groupBy: StatisticsGrouping;
  readonly chart: Charted;
}

const daysShown = 30;

/** Words that the address does not know are left out: an old link still opens. Without days, the thirty that end today. */
export function filterIn(query: URLSearchParams, today: string): StatisticsFilter {
  const day = (name: string) => (isDay(query.get(name)) ? query.get(name) : null);
  const to = day('al') ?? today;
  return {
    from: day('dal') ?? daysBefore(to, daysShown - 1),
    to,
    serviceId: query.get('servizio') ?? '',
    channel: channels.find((one) => one === query.get('modalita')) ?? '',
    officeId: query.get('ufficio') ?? '',
    municipalityId: query.get('comune') ?? '',
    groupBy: statisticsGroupings.find((one) => one === query.get('per')) ?? 'day',
    chart: charted.find((one) => one === query.get('grafico')) ?? 'booked',
  };
}

export function addressOf({ from, to, serviceId, channel, officeId, municipalityId, groupBy, chart }: StatisticsFilter): Record<string, string> {
  return { dal: from, al: to, servizio: serviceId, modalita: channel, ufficio: officeId, comune: municipalityId, per: groupBy, grafico: chart };
}

export function questionOf({ from, to, serviceId, channel, officeId, municipalityId, groupBy }: StatisticsFilter): StatisticsQuery {
  const narrowed = Object.entries({ service_id: serviceId, channel, office_id: officeId, municipality_id: municipalityId }).filter(([, value]) => value !== '');
  return { from, to, group_by: groupBy, ...Object.fromEntries(narrowed) };
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
