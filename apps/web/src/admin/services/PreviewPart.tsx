import type { ContentOf } from '@sportello/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Language } from '../../messages/language.ts';
import { LanguageContext, useLanguageChoice, useMessages } from '../../messages/LanguageContext.tsx';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { fieldErrorsOf } from '../../trouble.ts';
import { Alert } from '../../ui/Alert.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { placeErrors } from '../records/places-of-errors.ts';
import { previewOf } from './queries.ts';
import { ServicePreview } from './ServicePreview.tsx';

interface Props {
  readonly content: ContentOf<'service'>;
  readonly recordId: string | undefined;
}

/** The service as citizens will see it, in their language, by the screens of their site. */
export function PreviewPart({ content, recordId }: Props) {
  const { preview: texts } = useMessages(servicesAdmin);
  const choice = useLanguageChoice();
  const [language, setLanguage] = useState<Language>('it');
  const { data, error } = useQuery(previewOf({ content, recordId, language }));
  const mistakes = Object.entries(error ? placeErrors(fieldErrorsOf(error)) : {});
  return (
    <>
      <h2>{texts.title}</h2>
      <p>{texts.lead}</p>
      <RadioGroup
        id="preview-language"
        label={texts.language}
        required
        choices={[
          { value: 'it', label: texts.languages.it },
          { value: 'en', label: texts.languages.en },
        ]}
        value={language}
        onChange={(value) => setLanguage(value === 'en' ? 'en' : 'it')}
      />
      {mistakes.length > 0 ? (
        <Alert kind="warning" role="status">
          <p>{texts.refused}</p>
          <ul>
            {mistakes.map(([id, { label, detail }]) => (
              <li key={id}>
                <a href={`#${id}`}>{label ? `${label}: ${detail}` : detail}</a>
              </li>
            ))}
          </ul>
        </Alert>
      ) : (
        <Refusal error={error} />
      )}
      {!data && !error && <Waiting text={texts.waiting} />}
      {data && !error && (
        <LanguageContext value={{ ...choice, language }}>
          <ServicePreview key={language} service={data} language={language} />
        </LanguageContext>
      )}
    </>
  );
}
