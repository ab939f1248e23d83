import { useLocation } from 'react-router';
import { ContactPanel } from './ContactPanel.tsx';
import { RatingPanel } from './RatingPanel.tsx';

/** What stands at the foot of a page of information: how clear was it, and whom to ask. */
export function PageFoot({ bookPath }: { readonly bookPath?: string | undefined }) {
  const { pathname } = useLocation();
  return (
    <>
      {/* Each page has its own rating: going on to the next one begins anew. */}
      <RatingPanel key={pathname} />
      <ContactPanel bookPath={bookPath} />
    </>
  );
}
