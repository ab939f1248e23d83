import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Live } from '../ui/Live.tsx';

/** A thin bar while the next page is fetched; style sheet and screen reader wait a moment, most pages are there sooner. */
export function NavigationProgress({ active }: { readonly active: boolean }) {
  const { waiting } = useMessages(common);
  return (
    <>
      <div className={`navigation-progress ${active ? 'navigation-progress-active' : ''}`} aria-hidden="true" />
      <Live text={active ? waiting : ''} />
    </>
  );
}
