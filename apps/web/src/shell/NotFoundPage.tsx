import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { PageHead } from './PageHead.tsx';
import { PhoneLine } from './PhoneLine.tsx';

export function NotFoundPage() {
  const { trouble } = useMessages(common);
  return (
    <div className="container page-body">
      <PageHead title={trouble.missing.title} lead={trouble.missing.text} />
      <h2>{trouble.goOn}</h2>
      <div className="button-row mb-4">
        <ButtonLink href={paths.services()}>{trouble.toServices}</ButtonLink>
        <a href={paths.home()}>{trouble.toHome}</a>
      </div>
      <PhoneLine />
    </div>
  );
}
