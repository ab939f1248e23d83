import { may } from '@sportello/contract';
import { type ReactNode, Suspense } from 'react';
import { useLocation } from 'react-router';
import { useAnswerSoon } from '../api.ts';
import { desk } from '../messages/desk.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { PageWaiting } from '../shell/PageWaiting.tsx';
import { LiveNotice } from '../staff/live/LiveNotice.tsx';
import { useFollowDesk } from '../staff/live/live.ts';
import { useMe } from '../staff/me.ts';
import { staffPaths } from '../staff/staff-paths.ts';
import { ToastPlace } from '../ui/Toast.tsx';
import { deskSections } from './desk-sections.ts';
import { requestCount } from './requests/queries.ts';

/** What stands around every page of the daily work: the sections of the desk, and how fresh the page is. */
export function DeskFrame({ children }: { readonly children: ReactNode }) {
  useFollowDesk();
  return (
    <ToastPlace>
      <Sections />
      <LiveNotice />
      <Suspense fallback={<PageWaiting />}>{children}</Suspense>
    </ToastPlace>
  );
}

function Sections() {
  const { sections: texts } = useMessages(desk);
  const { role } = useMe();
  const { pathname } = useLocation();
  return (
    <nav className="staff-sections" aria-label={texts.label}>
      <div className="container">
        <ul className="plain-list">
          {deskSections
            .filter(({ permission }) => may(role, permission))
            .map(({ name, href }) => (
              <li key={href}>
                <a href={href} aria-current={currentIn(pathname, href)}>
                  {texts[name]}
                  {name === 'requests' && <Waiting />}
                </a>
              </li>
            ))}
        </ul>
      </div>
    </nav>
  );
}

/** How many requests wait for an answer. */
function Waiting() {
  const { sections: texts } = useMessages(desk);
  const count = useAnswerSoon(requestCount)?.count ?? 0;
  if (count === 0) return null;
  return (
    <>
      <span aria-hidden="true" className="section-count">
        {count}
      </span>
      <span className="visually-hidden"> {texts.waiting(count)}</span>
    </>
  );
}

/** The board is the beginning of all addresses of the desk, so only its own is its page. */
function currentIn(pathname: string, href: string): 'page' | 'true' | undefined {
  if (pathname === href) return 'page';
  return href !== staffPaths.desk() && pathname.startsWith(`${href}/`) ? 'true' : undefined;
}
