import type { Union } from '@sportello/contract';
import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { Icon } from '../ui/Icon.tsx';
import { Navigation } from './Navigation.tsx';
import { SlimHeader } from './SlimHeader.tsx';
import { taglineBelow } from './tagline.ts';
import { UnionLogo } from './UnionLogo.tsx';

/** `union` is null until it is known for the first time: its place is kept. */
export function Header({ union }: { readonly union: Union | null }) {
  const { header, site } = useMessages(common);
  const tagline = taglineBelow(union?.name, site);
  return (
    <header className="it-header-wrapper" id="top">
      {union?.demo && <DemoStrip />}
      <SlimHeader />
      <div className="it-nav-wrapper">
        <div className="it-header-center-wrapper">
          <div className="container">
            <div className="it-header-center-content-wrapper">
              <div className="it-brand-wrapper">
                <a href={paths.home()}>
                  {union?.logo ? <UnionLogo logo={union.logo} className="brand-logo" /> : <Icon name="pa" />}
                  <div className="it-brand-text">
                    <div className="it-brand-title" lang="it">
                      {union?.name}
                    </div>
                    {tagline && <div className="it-brand-tagline">{tagline}</div>}
                  </div>
                </a>
              </div>
              <a className="it-search-wrapper" href={paths.services()}>
                {header.search}
                <span className="rounded-icon">
                  <Icon name="search" />
                </span>
              </a>
            </div>
          </div>
        </div>
        <Navigation />
      </div>
    </header>
  );
}

function DemoStrip() {
  const { demo } = useMessages(common);
  return (
    <div className="demo-strip">
      <p className="container mb-0">
        <strong>{demo.strong}</strong> {demo.rest}
      </p>
    </div>
  );
}
