import { createRating, type RatingRequest } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useLocation } from 'react-router';
import { send } from '../api.ts';
import { help } from '../messages/help.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Alert } from '../ui/Alert.tsx';
import { Stars } from '../ui/Stars.tsx';
import { RatingFollowUp } from './RatingFollowUp.tsx';

/** What is rated: the page that is open, or the service that was used to its end. */
export type RatingSubject = { readonly kind: 'page' } | { readonly kind: 'service'; readonly serviceId: string };

/** The rating of the national model: stars, then what was hard or good, then thanks. Nothing is kept of who says so. */
export function RatingPanel({ subject = { kind: 'page' } }: { readonly subject?: RatingSubject }) {
  const { rating } = useMessages(help);
  const { pathname } = useLocation();
  const [stars, setStars] = useState<number | null>(null);
  const name = useId();
  const sending = useMutation({ mutationFn: (body: RatingRequest) => send(createRating, { body }) });
  const about = subject.kind === 'page' ? { subject: 'page' as const, path: pathname } : { subject: 'service' as const, service_id: subject.serviceId };

  return (
    <section className="rating-panel" aria-labelledby={`${name}-title`}>
      <div className="container">
        <div className="rating-card" data-element="feedback">
          <h2 id={`${name}-title`} data-element="feedback-title">
            {subject.kind === 'page' ? rating.pageTitle : rating.serviceTitle}
          </h2>
          {sending.isSuccess ? (
            <Alert kind="success" role="status">
              <p>{rating.thanks}</p>
            </Alert>
          ) : (
            <>
              <Stars name={name} legend={rating.stars} value={stars} labelOf={rating.star} onChange={setStars} />
              <RatingFollowUp stars={stars} isSending={sending.isPending} onSend={(said) => stars && sending.mutate({ ...about, stars, ...said })} />
              {sending.isError && (
                <Alert kind="danger" role="alert">
                  <p>{rating.failed}</p>
                </Alert>
              )}
            </>
          )}
        </div>
      </div>
    </section>
  );
}
