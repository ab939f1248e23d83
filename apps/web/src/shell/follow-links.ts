import { useEffect } from 'react';
import { useNavigate } from 'react-router';

/**
 * Makes every plain link of the site a step of the router, so that components need to know only `<a href>`. New tabs,
 * downloads, other sites and addresses that the server answers itself stay what they are.
 */
export function useFollowLinks(): void {
  const navigate = useNavigate();
  useEffect(() => {
    function follow(click: MouseEvent): void {
      const address = addressToFollow(click, location);
      if (address === null) return;
      click.preventDefault();
      void navigate(address, { replace: address === location.pathname + location.search });
    }
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [navigate]);
}

type Click = Pick<MouseEvent, 'defaultPrevented' | 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'target'>;
type Link = Pick<HTMLAnchorElement, 'href' | 'target' | 'origin' | 'pathname' | 'search' | 'hash' | 'hasAttribute'>;

/** What the server answers itself: the API and its documentation, and the mailbox of the demonstration. */
const servers = /^\/(api|problems|posta-demo)(\/|$)/;

export function addressToFollow(click: Click, here: Pick<Location, 'origin' | 'pathname' | 'search'>): string | null {
  if (click.defaultPrevented || click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return null;
  const link = (click.target as { closest?: (selector: string) => Link | null } | null)?.closest?.('a[href]');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== here.origin || servers.test(link.pathname)) return null;
  const isPlaceOnThisPage = link.hash !== '' && link.pathname === here.pathname && link.search === here.search;
  return isPlaceOnThisPage ? null : link.pathname + link.search + link.hash;
}
