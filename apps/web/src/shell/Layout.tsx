import { lazy, Suspense } from 'react';
import { type Location, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { useUnion } from '../union.ts';
import { SkipLinks } from '../ui/SkipLinks.tsx';
import { useFocusOnNavigation } from './focus-on-navigation.ts';
import { useFollowLinks } from './follow-links.ts';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { NavigationProgress } from './NavigationProgress.tsx';
import { PageWaiting } from './PageWaiting.tsx';

const NotOpenPage = lazy(async () => ({ default: (await import('./NotOpenPage.tsx')).NotOpenPage }));

/** Pages that say nothing true before something can be booked; what was booked before, and what the law asks for, stays. */
const ofOpenDesk = /^\/($|servizi|uffici|comuni|prenota|eventi-della-vita)/;

/** What stands around every page. */
export function Layout() {
  const { skip } = useMessages(common);
  const union = useUnion();
  const { pathname } = useLocation();
  // Of a union that was remembered by an earlier version it is not known.
  const isNotOpen = union?.is_open === false && ofOpenDesk.test(pathname);
  const isOnTheWay = useNavigation().state !== 'idle';
  useFollowLinks();
  useFocusOnNavigation();
  return (
    <>
      <SkipLinks
        label={skip.label}
        links={[
          { href: '#content', label: skip.toContent },
          { href: '#footer', label: skip.toFooter },
        ]}
      />
      <Header union={union} />
      <NavigationProgress active={isOnTheWay} />
      <main id="content" tabIndex={-1} data-quiet-focus aria-busy={isOnTheWay}>
        <Suspense fallback={<PageWaiting />}>
          {isNotOpen ? <NotOpenPage /> : <Outlet />}
        </Suspense>
      </main>
      <Footer union={union} />
      <ScrollRestoration getKey={visitOf} />
    </>
  );
}

/** Whose scroll position is kept: a step of the history; the first of a visit has no key, so its path stands for it. */
function visitOf({ key, pathname }: Location): string {
  return key === 'default' ? pathname : key;
}
