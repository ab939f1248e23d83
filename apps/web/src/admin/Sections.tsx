import { useLocation } from 'react-router';
import { members } from '../messages/members.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { records } from '../messages/records.ts';
import { useMe } from '../staff/me.ts';
import { staffPaths } from '../staff/staff-paths.ts';
import { isIn, type Page, useSections } from './sections.ts';

/** The sections of /unione, and below them the pages of the one that is open. */
export function Sections() {
  const { navigation } = useMessages(members);
  const { sections: words } = useMessages(records);
  const { role } = useMe();
  const { pathname } = useLocation();
  const sections = useSections(role);
  const open = sections.find(({ pages }) => pages.some((page) => isIn(page, pathname)));
  return (
    <>
      <nav className="staff-sections" aria-label={navigation.label}>
        <div className="container">
          <ul className="plain-list">
            <li>
              <a href={staffPaths.union()} aria-current={pathname === staffPaths.union() ? 'page' : undefined}>
                {words.overview}
              </a>
            </li>
            {sections.map((section) => (
              <li key={section.label}>
                <a href={section.pages[0]?.href} aria-current={section === open ? (pathname === section.pages[0]?.href && section.pages.length === 1 ? 'page' : 'true') : undefined}>
                  {section.label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </nav>
      {open && open.pages.length > 1 && <Pages label={navigation.pagesOf(open.label)} pages={open.pages} pathname={pathname} />}
    </>
  );
}

function Pages({ label, pages, pathname }: { readonly label: string; readonly pages: readonly Page[]; readonly pathname: string }) {
  return (
    <nav className="staff-pages" aria-label={label}>
      <div className="container">
        <ul className="plain-list">
          {pages.map((page) => (
            <li key={page.href}>
              <a href={page.href} aria-current={pathname === page.href ? 'page' : isIn(page, pathname) ? 'true' : undefined}>
                {page.label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
