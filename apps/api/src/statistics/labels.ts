import type { Channel, Language, StatisticsGrouping } from '@sportello/contract';
import type { Directory } from '../directory/directory.ts';
import { inLanguage } from '../directory/in-language.ts';

const channelNames: Readonly<Record<Channel, Record<Language, string>>> = {
  video: { it: 'Videochiamata', en: 'Video call' },
  phone: { it: 'Telefono', en: 'Phone' },
  desk: { it: 'Allo sportello', en: 'At the desk' },
  home: { it: 'A domicilio', en: 'At home' },
};

const unnamed = { it: 'Non più in elenco', en: 'Not in the list any more' } as const;

/** What people call a group; its key where it is a day. */
export function labelOf(directory: Directory, grouping: StatisticsGrouping, key: string, language: Language): string {
  switch (grouping) {
    case 'day':
      return written(key, language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
    case 'week':
      return `${language === 'it' ? 'dal' : 'from'} ${written(key, language, { day: 'numeric', month: 'short', year: 'numeric' })}`;
    case 'month':
      return written(`${key}-01`, language, { month: 'long', year: 'numeric' });
    case 'hour':
      return `${key}:00–${Number(key) + 1}:00`;
    case 'channel':
      return channelNames[key as Channel][language]; // the log holds no other
    case 'service':
      return nameIn(directory.services.get(key)?.name, language);
    case 'office':
      return nameIn(directory.offices.get(key)?.name, language);
    case 'municipality':
      return directory.municipalities.get(key)?.name ?? unnamed[language];
  }
}

function nameIn(name: Parameters<typeof inLanguage>[0] | undefined, language: Language): string {
  return name ? inLanguage(name, language) : unnamed[language];
}

function written(day: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { timeZone: 'UTC', ...options }).format(Date.parse(day));
}

/** The order of the lines: time goes on, names go as the directory has them; what it does not have comes last. */
export function inOrder(directory: Directory, grouping: StatisticsGrouping, keys: Iterable<string>): string[] {
  const order = orderOf(directory, grouping);
  if (order === null) return [...keys].toSorted((one, other) => (grouping === 'hour' ? Number(one) - Number(other) : one < other ? -1 : 1));
  const known = new Map(order.map((key, index) => [key, index]));
  const place = (key: string) => known.get(key) ?? order.length;
  return [...keys].toSorted((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
}

function orderOf({ services, offices, municipalities }: Directory, grouping: StatisticsGrouping): string[] | null {
  switch (grouping) {
    case 'service':
      return [...services.values()].toSorted((one, other) => one.name.it.localeCompare(other.name.it, 'it')).map(({ id }) => id);
    case 'office':
      return [...offices.keys()];
    case 'municipality':
      return [...municipalities.keys()];
    case 'channel':
      return Object.keys(channelNames);
    default:
      return null;
  }
}
