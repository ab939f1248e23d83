import { useAnswer } from '../../api.ts';
import { recordFields } from '../../messages/record-fields.ts';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { CheckboxGroup } from '../../staff/CheckboxGroup.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { recordsOf } from '../records/queries.ts';
import { ConvertedField } from './ConvertedField.tsx';
import { InTwo } from '../records/InTwo.tsx';
import type { ServiceEdit } from './service-edit.ts';
import { textOfWords, wordsOf } from './words.ts';

const longest = 20_000;
/** The sections of the page, in its order. */
const sections = ['for_whom', 'how', 'needed', 'result', 'times', 'cost', 'terms'] as const;

/** What citizens read about a service, and by which words they find it. */
export function TextsPart({ edit }: { readonly edit: ServiceEdit }) {
  const { texts, parts } = useMessages(servicesAdmin);
  const { labels } = useMessages(recordFields);
  const { content } = edit;
  const offices = useAnswer(recordsOf('office')).items.filter(({ id, state }) => state === 'used' || id === content.office_id);
  const lifeEvents = useAnswer(recordsOf('life_event')).items;
  const helps: Partial<Record<(typeof sections)[number], string>> = { for_whom: texts.forWhomHelp, how: texts.how };
  return (
    <>
      <h2>{parts.texts}</h2>
      <InTwo edit={edit} at="/name" label={texts.name} help={texts.nameHelp} required maxLength={200} />
      <InTwo edit={edit} at="/summary" label={texts.summary} help={texts.summaryHelp} required maxLength={300} rows={3} />
      <SelectField {...edit.text('/office_id')} label={texts.office} required empty={texts.chooseOffice} choices={offices.map(({ id, title }) => ({ value: id, label: title }))} />
      <h3>{texts.find}</h3>
      <div className="in-two">
        {(['it', 'en'] as const).map((language) => (
          <ConvertedField<readonly string[]>
            key={language}
            id={edit.idOf(`/keywords/${language}`)}
            label={language === 'it' ? texts.keywordsIt : texts.keywordsEn}
            help={language === 'it' ? texts.keywordsHelp : undefined}
            error={edit.errorOf(`/keywords/${language}`)}
            rows={3}
            maxLength={6000}
            value={content.keywords[language] ?? []}
            write={textOfWords}
            read={wordsOf}
            onChange={(words) => edit.put(`/keywords/${language}`, words)}
          />
        ))}
      </div>
      {lifeEvents.length > 0 && (
        <CheckboxGroup
          id={edit.idOf('/life_event_ids')}
          legend={texts.lifeEvents}
          help={texts.lifeEventsHelp}
          error={edit.errorOf('/life_event_ids')}
          choices={lifeEvents.map(({ id, title }) => ({ value: id, label: title }))}
          value={content.life_event_ids}
          onChange={(ids) => edit.put('/life_event_ids', ids)}
        />
      )}
      <div className="rule-row">
        <TextField {...edit.number('/popularity')} label={labels.popularity} help={texts.popularityHelp} required inputMode="numeric" autoComplete="off" maxLength={3} />
      </div>
      <h3>{texts.page}</h3>
      {sections.map((name) => (
        <InTwo key={name} edit={edit} at={`/${name}`} label={labels[name]} help={helps[name]} maxLength={longest} rows={5} />
      ))}
    </>
  );
}
