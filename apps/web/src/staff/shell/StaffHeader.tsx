import { may, type Me } from '@sportello/contract';
import { useLocation } from 'react-router';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { LanguageSwitch } from '../../shell/LanguageSwitch.tsx';
import { taglineBelow } from '../../shell/tagline.ts';
import { UnionLogo } from '../../shell/UnionLogo.tsx';
import { useUnion } from '../../union.ts';
import { Icon } from '../../ui/Icon.tsx';
import { staffPaths } from '../staff-paths.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { TroubleMark } from './TroubleMark.tsx';

interface Props {
  /** Who may work; null at the doors. */
  readonly me: Me | null;
  /** Who has yet to set up a second factor, and may only leave. */
  readonly enrolling: Me | null;
  readonly isDoor: boolean;
}

/** One bar: an official has this page open all day, and needs the room for the work. */
export function StaffHeader({ me, enrolling, isDoor }: Props) {
  const { header, areas } = useMessages(staff);
  const { demo, site } = useMessages(common);
  const { pathname } = useLocation();
  const union = useUnion();
  const tagline = taglineBelow(union?.name, site);
  const mayUnion = me && (may(me.role, 'member.read') || may(me.role, 'audit.read') || may(me.role, 'statistics.read'));
  const somebody = me ?? enrolling;
  return (
    <header className="it-header-wrapper staff-header" id="top">
      {union?.demo && (
        <div className="demo-strip">
          <p className="container mb-0">
            <strong>{demo.strong}</strong> {demo.rest}
          </p>
        </div>
      )}
      <div className="staff-bar">
        <div className="container staff-bar-row">
          <a className="staff-brand" href={isDoor ? staffPaths.signIn() : staffPaths.desk()}>
            {union?.logo ? <UnionLogo logo={union.logo} className="brand-logo" /> : <Icon name="pa" />}
            <span>
              <span className="staff-brand-union" lang="it">
                {union?.name}
              </span>
              {tagline && <span className="staff-brand-site">{tagline}</span>}
            </span>
          </a>
          <div className="staff-bar-right">
            <div className={`bar-languages ${somebody ? 'is-in-menu' : ''}`}>
              <LanguageSwitch />
            </div>
            {somebody && <AccountMenu me={somebody} isEnrolling={!me} />}
          </div>
          {me && (
            <nav className="staff-nav" aria-label={header.navigation}>
              <ul className="plain-list">
                <li>
                  <a href={staffPaths.desk()} aria-current={currentIn(pathname, staffPaths.desk())}>
                    {areas.desk}
                  </a>
                </li>
                {mayUnion && (
                  <li>
                    <a href={staffPaths.union()} aria-current={currentIn(pathname, staffPaths.union())}>
                      {areas.union}
                    </a>
                  </li>
                )}
              </ul>
              {may(me.role, 'system.read') && <TroubleMark />}
            </nav>
          )}
        </div>
      </div>
    </header>
  );
}

function currentIn(pathname: string, area: string): 'page' | 'true' | undefined {
  if (pathname === area) return 'page';
  return pathname.startsWith(`${area}/`) ? 'true' : undefined;
}
