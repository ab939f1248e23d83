import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { Icon } from '../ui/Icon.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';

export function SlimHeader() {
  const { header } = useMessages(common);
  return (
    <div className="it-header-slim-wrapper">
      <div className="container">
        <div className="it-header-slim-wrapper-content">
          <a className="navbar-brand" href={paths.municipalities()}>
            {header.membership}
          </a>
          <div className="it-header-slim-right-zone">
            <LanguageSwitch />
            <div className="it-access-top-wrapper">
              <a href={paths.personalArea()} data-element="personal-area-login">
                <Icon name="user" size="sm" color="white" />
                <span className="access-text">{header.login}</span>
              </a>
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}
