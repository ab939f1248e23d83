import { useEffect } from 'react';
import { useLocation, useRevalidator } from 'react-router';

/** Another link, opened in this tab: the browser changes only the fragment and loads nothing. `take` answers whether there was a secret. */
export function useLinkOpenedMeanwhile(take: () => boolean): void {
  const location = useLocation();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (take()) void revalidate();
  }, [location, revalidate, take]);
}
