import type { ReactNode } from 'react';
import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { Breadcrumb } from '../ui/Breadcrumb.tsx';

interface Props {
  readonly title: string;
  readonly lead?: string | undefined;
  /** Pages between the home page and this one. */
  readonly trail?: readonly { readonly label: string; readonly href: string }[];
  /** What a checker of the national model looks for on title and lead. */
  readonly elements?: { readonly title: string; readonly lead: string };
  readonly children?: ReactNode;
}

/** Where we are, and the one h1: it takes the focus when the page is opened. */
export function PageHead({ title, lead, trail = [], elements, children }: Props) {
  const { nav, pageTitle } = useMessages(common);
  return (
    <>
      <title>{pageTitle(title)}</title>
      <Breadcrumb label={nav.breadcrumb} steps={[{ label: nav.home, href: paths.home() }, ...trail]} here={title} />
      <div className="page-intro">
        <h1 tabIndex={-1} data-element={elements?.title}>
          {title}
        </h1>
        {lead && (
          <p className="lead" data-element={elements?.lead}>
            {lead}
          </p>
        )}
        {children}
      </div>
    </>
  );
}
