import { useRouteError } from 'react-router';
import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { sayTrouble, troubleOf } from '../trouble.ts';
import { Button } from '../ui/Button.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PageHead } from './PageHead.tsx';
import { PhoneLine } from './PhoneLine.tsx';

/** In place of a page that could not be shown: what happened, try again, or phone. */
export function TroublePage() {
  const trouble = troubleOf(useRouteError());
  const texts = useMessages(common);
  if (trouble.kind === 'missing') return <NotFoundPage />;

  const { title, text } = sayTrouble(trouble, texts.trouble);
  return (
    <div className="container page-body">
      <PageHead title={title} lead={text} />
      {trouble.kind === 'broken' && trouble.requestNumber && <p>{texts.trouble.requestNumber(trouble.requestNumber)}</p>}
      <div className="button-row mb-4">
        {/* The whole page anew: all that it needs to know stands in its address. */}
        <Button onClick={() => location.reload()}>{texts.retry}</Button>
        <a href={paths.home()}>{texts.trouble.toHome}</a>
      </div>
      <PhoneLine />
    </div>
  );
}
