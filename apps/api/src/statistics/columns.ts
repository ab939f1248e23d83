import { type CancellationNotice, cancellationNotices, type Language, type StatisticsFigures } from '@sportello/contract';

interface Column {
  readonly name: Readonly<Record<Language, string>>;
  readonly of: (figures: StatisticsFigures) => number | null;
}

const notices: Readonly<Record<CancellationNotice, Record<Language, string>>> = {
  after_start: { it: 'dopo l’inizio', en: 'after the start' },
  under_4_hours: { it: 'meno di 4 ore prima', en: 'less than 4 hours before' },
  under_1_day: { it: 'da 4 a 24 ore prima', en: '4 to 24 hours before' },
  under_3_days: { it: 'da 1 a 3 giorni prima', en: '1 to 3 days before' },
  under_7_days: { it: 'da 3 a 7 giorni prima', en: '3 to 7 days before' },
  from_7_days: { it: '7 giorni prima o più', en: '7 days before or more' },
};

const column = (it: string, en: string, of: Column['of']): Column => ({ name: { it, en }, of });

const cancelledColumns = (it: string, en: string, by: 'cancelled_by_citizen' | 'cancelled_by_desk') =>
  cancellationNotices.map((notice) => column(`${it}, ${notices[notice].it}`, `${en}, ${notices[notice].en}`, (figures) => figures[by][notice]));

/** Every figure as a column, in the order in which the page shows them. */
export const columns: readonly Column[] = [
  column('Prenotati', 'Booked', ({ booked }) => booked),
  column('Prenotati dai cittadini', 'Booked by citizens', ({ booked_by_citizen }) => booked_by_citizen),
  column('Prenotati dallo sportello', 'Booked by the desk', ({ booked_by_desk }) => booked_by_desk),
  column('Arrivati senza appuntamento', 'Came without an appointment', ({ walk_ins }) => walk_ins),
  column('Svolti', 'Took place', ({ served }) => served),
  column('Mancati', 'Missed', ({ missed }) => missed),
  column('Mancati su svolti e mancati (%)', 'Missed of those that took place or were missed (%)', ({ missed_percent }) => missed_percent),
  column('Spostati dai cittadini', 'Moved by citizens', ({ moved_by_citizen }) => moved_by_citizen),
  column('Spostati dallo sportello', 'Moved by the desk', ({ moved_by_desk }) => moved_by_desk),
  column('Richieste rifiutate', 'Requests refused', ({ refused }) => refused),
  column('Annullati', 'Cancelled', ({ cancelled }) => cancelled),
  ...cancelledColumns('Annullati dai cittadini', 'Cancelled by citizens', 'cancelled_by_citizen'),
  ...cancelledColumns('Annullati dallo sportello', 'Cancelled by the desk', 'cancelled_by_desk'),
  column('Attese misurate', 'Waits measured', ({ waiting }) => waiting.known),
  column('Attesa mediana (minuti)', 'Median wait (minutes)', ({ waiting }) => waiting.median_minutes),
  column('Attesa di 9 su 10 al massimo (minuti)', 'Wait of 9 in 10 at most (minutes)', ({ waiting }) => waiting.longest_tenth_minutes),
  column('Durate misurate', 'Lengths measured', ({ duration }) => duration.known),
  column('Durata media (minuti)', 'Mean length (minutes)', ({ duration }) => duration.mean_minutes),
  column('Durata prevista media (minuti)', 'Mean planned length (minutes)', ({ duration }) => duration.planned_mean_minutes),
  column('Più lunghi del previsto', 'Longer than planned', ({ duration }) => duration.over_plan),
  column('Giorni rilevati', 'Days sampled', ({ offer }) => offer && offer.sampled_days),
  column('Giorni non rilevati', 'Days not sampled', ({ offer }) => offer && offer.unsampled_days),
  column('Orari prenotabili (media dei giorni rilevati)', 'Bookable times (mean of the sampled days)', ({ offer }) => offer && offer.free_starts),
  column('Ore prenotabili (media dei giorni rilevati)', 'Bookable hours (mean of the sampled days)', ({ offer }) => offer && offer.free_hours),
  column('Giorni al primo orario libero', 'Days to the first free time', ({ offer }) => offer && offer.days_to_first),
  column('Giorni al terzo orario libero', 'Days to the third free time', ({ offer }) => offer && offer.days_to_third),
  column('Senza orari liberi (%)', 'Without free times (%)', ({ offer }) => offer && offer.without_free_percent),
  column('Valutazioni', 'Ratings', ({ ratings }) => ratings && ratings.count),
  column('Stelle (media)', 'Stars (mean)', ({ ratings }) => ratings && ratings.mean_stars),
];
