import type { RecordKind } from '@sportello/contract';
import { useAnswerSoon } from '../../api.ts';
import { common } from '../../messages/common.ts';
import { recordFields } from '../../messages/record-fields.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { allMembers } from '../members/queries.ts';
import { recordsOf } from './queries.ts';
import type { Words } from './say-content.ts';

/** What contents are said with; names come as soon as they are there, so that no form has to wait for them. */
export function useRecordWords(): Words {
  const fields = useMessages(recordFields);
  const { channels } = useMessages(common);
  const language = useLanguage();
  const names = new Map([
    ...useTitles('municipality'),
    ...useTitles('office'),
    ...useTitles('place'),
    ...useTitles('service'),
    ...useTitles('calendar'),
    ...useTitles('life_event'),
    ...(useAnswerSoon(allMembers) ?? []).map(({ id, given_name, family_name }) => [id, `${given_name} ${family_name}`] as const),
  ]);
  return { fields, channels, language, nameOf: (id) => names.get(id) ?? fields.gone };
}

function useTitles(kind: RecordKind): readonly (readonly [string, string])[] {
  return (useAnswerSoon(recordsOf(kind))?.items ?? []).map(({ id, title }) => [id, title] as const);
}
