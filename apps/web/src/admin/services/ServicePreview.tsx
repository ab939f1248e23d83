import type { ServicePage } from '@sportello/contract';
import { type KeyboardEvent, type MouseEvent, Suspense } from 'react';
import { ServiceDetails } from '../../find/service/ServiceDetails.tsx';
import { servicesAdmin } from '../../messages/services-admin.ts';
import type { Language } from '../../messages/language.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { PageWaiting } from '../../shell/PageWaiting.tsx';
import { QuestionsPreview } from './QuestionsPreview.tsx';

/** The page of the service and its questions. They are looked at, and lead nowhere. */
export function ServicePreview({ service, language }: { readonly service: ServicePage; readonly language: Language }) {
  const { preview: texts } = useMessages(servicesAdmin);
  return (
    <div className="service-preview" lang={language} onClickCapture={stay} onKeyDownCapture={sendNothing}>
      <section aria-label={texts.page} className="preview-frame">
        <h2 className="preview-title">{service.name}</h2>
        <p className="lead">{service.summary}</p>
        <Suspense fallback={<PageWaiting />}>
          <ServiceDetails service={service} />
        </Suspense>
      </section>
      <section aria-label={texts.questions} className="preview-frame">
        <h2>{texts.questions}</h2>
        <QuestionsPreview channels={service.channels} />
      </section>
    </div>
  );
}

/** A link of the page would lead away from what is not saved. */
function stay(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link && !link.getAttribute('href')?.startsWith('#')) event.preventDefault();
}

/** Enter in an answer would save the service: the preview stands inside its form. */
function sendNothing(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
