import type { ContentOf, RecordKind } from '@sportello/contract';
import type { ReactNode } from 'react';
import { recordForms } from '../../messages/record-forms.ts';
import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { isTree } from './content.ts';
import { formatDate } from './format-date.ts';
import type { ItemOf } from './queries.ts';
import { useRecordWords } from './record-words.ts';
import { useToday } from './today.ts';

/** A record as a list shows it. */
export interface SaidItem {
  readonly title: string;
  readonly detail?: string;
  /** A word about how it stands; good ones are green. */
  readonly mark?: string;
  readonly isGood?: boolean;
  /** Of days that are past. */
  readonly isOver?: boolean;
  readonly lacksEnglish: boolean;
  readonly link?: ReactNode;
}

/** What a list says of each record. */
export function useItemWords(): (item: ItemOf<RecordKind>) => SaidItem {
  const { list: texts } = useMessages(records);
  const forms = useMessages(recordForms);
  const { fields, language, nameOf } = useRecordWords();
  const today = useToday();

  return (item) => ({ title: item.title, lacksEnglish: lacksEnglish(item.content), ...sayKind(item) });

  function sayKind({ id, content, title }: ItemOf<RecordKind>): Partial<SaidItem> {
    switch (content.kind) {
      case 'municipality':
        return { detail: `${content.postal_code} ${content.province}`, ...(content.memberships.some((period) => holds(period, today)) ? {} : { mark: texts.notMember }) };
      case 'office':
        return { detail: [content.phone, texts.serves(new Set(content.serves.filter((one) => holds(one, today)).map(({ municipality_id }) => municipality_id)).size)].join(' · ') };
      case 'place':
        return { detail: `${content.street}, ${content.postal_code} ${content.locality} ${content.province}` };
      case 'calendar':
        return {
          detail: [fields.values.of[content.of], ...(content.office_id ? [nameOf(content.office_id)] : [])].join(' · '),
          link: (
            <a href={staffPaths.calendarHours(id)} aria-label={texts.hoursOf(title)}>
              {texts.hours}
            </a>
          ),
        };
      case 'closure':
        return sayClosure(content);
      case 'worked_holiday':
        return { title: formatDate(content.day, language), detail: content.municipality_id ? nameOf(content.municipality_id) : forms.everywhere, isOver: content.day < today };
      case 'privacy_notice':
        return { title: forms.versionOf(content.version), detail: fields.from(formatDate(content.valid_from, language)), ...(content.valid_from > today ? { mark: texts.later } : {}) };
      default:
        return {};
    }
  }

  function sayClosure({ scope, scope_id, first_day, last_day, closes_remote, reason }: ContentOf<'closure'>): Partial<SaidItem> {
    const days = texts.fromTo(formatDate(first_day, language), formatDate(last_day, language));
    const who = scope_id ? nameOf(scope_id) : fields.values.scope[scope];
    return { title: `${who}: ${days}`, detail: [...(reason ? [reason[language] ?? reason.it] : []), ...(closes_remote ? [texts.remote] : [])].join(' · '), isOver: last_day < today };
  }
}

function holds({ first_day, last_day }: { readonly first_day: string; readonly last_day?: string }, day: string): boolean {
  return first_day <= day && day <= (last_day ?? '9999');
}

/** Whether a text is there in Italian alone. */
function lacksEnglish(content: object): boolean {
  return Object.values(content).some((value: unknown) => isTree(value) && typeof value['it'] === 'string' && !value['en']);
}

