import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '../messages/LanguageContext.tsx';
import { staff } from '../messages/staff.ts';

interface Props {
  readonly title: string;
  readonly lead?: string | undefined;
  /** The page above this one. */
  readonly up?: { readonly label: string; readonly href: string };
  readonly children?: ReactNode;
}

/** The page that was shown last: null until the first one of the visit, which leaves the focus where the browser put it. */
let shownPath: string | null = null;

/** The one h1 of a page of the staff: it takes the focus when the page is opened, however late its data come. */
export function StaffHead({ title, lead, up, children }: Props) {
  const { title: pageTitle, areas } = useMessages(staff);
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (shownPath !== null && shownPath !== pathname) heading.current?.focus({ preventScroll: true });
    shownPath = pathname;
  }, [pathname]);

  return (
    <div className="staff-head">
      <title>{pageTitle(title, pathname.startsWith('/unione') ? areas.union : areas.desk)}</title>
      {up && (
        <p className="staff-up">
          <a href={up.href}>
            <span aria-hidden="true">‹ </span>
            {up.label}
          </a>
        </p>
      )}
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {lead && <p className="staff-lead">{lead}</p>}
      {children}
    </div>
  );
}
