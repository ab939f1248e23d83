import { useState } from 'react';
import { useLocation } from 'react-router';
import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { Icon } from '../ui/Icon.tsx';

/** A row of links on a wide screen. On a phone a button opens them as a list, which a choice or Escape closes. */
export function Navigation() {
  const { header, nav } = useMessages(common);
  const { pathname } = useLocation();
  const [openOn, setOpenOn] = useState<string | null>(null);
  // Open only on the page where it was opened: following a link closes it.
  const isOpen = openOn === pathname;

  const links = [
    { label: nav.services, href: paths.services(), element: 'all-services' },
    { label: nav.offices, href: paths.offices() },
    { label: nav.municipalities, href: paths.municipalities() },
    { label: nav.faq, href: paths.faq() },
    { label: nav.appointment, href: paths.findAppointment() },
  ];

  return (
    <div className="it-header-navbar-wrapper" onKeyDown={({ key }) => key === 'Escape' && setOpenOn(null)}>
      <div className="container">
        <div className="nav-bar">
          <button type="button" className="custom-navbar-toggler" aria-expanded={isOpen} aria-controls="main-navigation" onClick={() => setOpenOn(isOpen ? null : pathname)}>
            <Icon name={isOpen ? 'close' : 'burger'} />
            {header.menu}
          </button>
          <a href={paths.services()}>
            <Icon name="search" />
            {header.search}
          </a>
        </div>
        <nav className={`navbar-collapsable ${isOpen ? 'expanded' : ''}`} id="main-navigation" aria-label={header.navigation}>
          <ul className="navbar-nav">
            {links.map(({ label, href, element }) => (
              <li className="nav-item" key={href}>
                <a className="nav-link" href={href} aria-current={ariaCurrent(pathname, href)} data-element={element}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  );
}

function ariaCurrent(pathname: string, href: string): 'page' | 'true' | undefined {
  if (pathname === href) return 'page';
  return pathname.startsWith(`${href}/`) ? 'true' : undefined;
}
