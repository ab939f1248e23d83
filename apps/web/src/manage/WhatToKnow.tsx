import type { Appointment, ServiceChannel } from '@sportello/contract';
import { useAnswerSoon } from '../api.ts';
import { service } from '../directory.ts';
import { manage } from '../messages/manage.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import type { Standing } from './standing.ts';

type Text = 'documents' | 'after' | 'beforeVideo' | 'closing';

/** What the service says about its appointments: before the meeting how to prepare, afterwards what comes next. */
export function WhatToKnow({ shown, standing }: { readonly shown: Appointment; readonly standing: Standing }) {
  const { texts: titles } = useMessages(manage);
  const page = useAnswerSoon(service(shown.service.id));
  const texts = page?.channels.find(({ channel }) => channel === shown.channel)?.texts;
  if (!texts) return null;
  return textsFor(standing).map((name) => {
    const text = textOf(texts, name);
    return (
      text && (
        <section className="service-section" key={name}>
          <h2>{titles[name]}</h2>
          <PlainText text={text} headingLevel={3} />
        </section>
      )
    );
  });
}

function textsFor(standing: Standing): readonly Text[] {
  switch (standing) {
    case 'pending':
    case 'confirmed':
    case 'going':
      return ['documents', 'after', 'beforeVideo'];
    case 'over':
    case 'past':
      return ['closing'];
    case 'cancelled':
    case 'refused':
    case 'changed':
      return [];
    default:
      return standing satisfies never;
  }
}

function textOf({ documents, after, before_video, closing }: ServiceChannel['texts'], name: Text): string | null {
  return { documents, after, beforeVideo: before_video, closing }[name];
}
