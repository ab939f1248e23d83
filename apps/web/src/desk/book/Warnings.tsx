import { isEmail, normalizeEmail, warnAboutHold } from '@sportello/contract';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { formatShortDay, formatTime } from '../../format/dates.ts';
import { deskBook } from '../../messages/desk-book.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { quietCall, staffKey } from '../../staff/staff-call.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { DeskDraft } from './draft.ts';

const fewestDigits = 8;

/** What an official should know before saving. It informs; it stops nobody. */
export function Warnings({ draft: { hold, person, typed } }: { readonly draft: DeskDraft }) {
  const { warnings: texts } = useMessages(deskBook);
  const language = useLanguage();
  const email = useDeferredValue(typed['person/email']?.trim() ?? '');
  const phone = useDeferredValue(typed['person/phone']?.trim() ?? '');
  const asked = {
    ...(person?.kind === 'known' && { person_id: person.id }),
    ...(isEmail(normalizeEmail(email)) && { email }),
    ...((phone.match(/\d/g) ?? []).length >= fewestDigits && { phone }),
  };
  const isAbout = hold !== null && person !== null && Object.keys(asked).length > 0;
  const { data } = useQuery({
    queryKey: [staffKey, 'warnings', hold?.id, asked],
    queryFn: ({ signal }) => quietCall(warnAboutHold, { params: { hold_id: hold?.id ?? '' }, body: asked, signal }),
    enabled: isAbout,
    retry: false,
    gcTime: 0,
    // What was said stays while more is typed.
    placeholderData: (before) => before,
  });
  const items = (isAbout && data?.items) || hold?.warnings || [];
  return (
    <div role="status" className="desk-warnings">
      {items.length > 0 && (
        <>
          <p className="visually-hidden">{texts.title}</p>
          <ul className="plain-list">
            {items.map(({ kind, appointment }) => (
              <li key={`${kind} ${appointment?.id}`}>
                <Icon name="error" size="sm" />
                <span>
                  {texts[kind]}
                  {appointment && (
                    <>
                      {': '}
                      <a href={staffPaths.appointment(appointment.id)} target="_blank" rel="noreferrer">
                        {texts.which(appointment.service_name, appointment.starts_at ? `${formatShortDay(appointment.starts_at, language)}, ${formatTime(appointment.starts_at)}` : '')}
                      </a>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
