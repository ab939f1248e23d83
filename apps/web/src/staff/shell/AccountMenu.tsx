import { type Me, signOut } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { LanguageSwitch } from '../../shell/LanguageSwitch.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { leave } from '../me.ts';
import { Refusal } from '../Refusal.tsx';
import { quietCall, reasonToSignIn } from '../staff-call.ts';
import { staffPaths } from '../staff-paths.ts';

/** Who is signed in, the profile and the way out. A choice, Escape or a click elsewhere closes it. */
export function AccountMenu({ me, isEnrolling }: { readonly me: Me; readonly isEnrolling: boolean }) {
  const { header, roles } = useMessages(staff);
  const { key } = useLocation();
  const [openOn, setOpenOn] = useState<string | null>(null);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const leaving = useSignOut();
  // Open only on the page where it was opened: following a link closes it.
  const isOpen = openOn === key;
  const name = `${me.given_name} ${me.family_name}`;

  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = ({ target }: Event) => {
      if (!menu.current?.contains(target as Node)) setOpenOn(null);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [isOpen]);

  function closeByKey(pressed: string): void {
    if (pressed !== 'Escape' || !isOpen) return;
    setOpenOn(null);
    button.current?.focus();
  }

  return (
    <div className="account-menu" ref={menu} onKeyDown={(event) => closeByKey(event.key)}>
      <button type="button" ref={button} aria-expanded={isOpen} aria-controls="account-menu" onClick={() => setOpenOn(isOpen ? null : key)}>
        <Icon name="user" size="sm" color="white" />
        <span className="visually-hidden">{header.menu}: </span>
        <span className="account-name">
          {name}
          <span className="account-role">{roles[me.role]}</span>
        </span>
        <Icon name={isOpen ? 'collapse' : 'expand'} size="sm" color="white" />
      </button>
      <div id="account-menu" className="account-panel" hidden={!isOpen}>
        <p>
          <strong>{name}</strong>
          <br />
          {roles[me.role]}
        </p>
        <ul className="plain-list">
          {!isEnrolling && (
            <li>
              <a href={staffPaths.profile()}>{header.profile}</a>
            </li>
          )}
          <li>
            <button type="button" aria-disabled={leaving.isPending || undefined} onClick={() => leaving.isPending || leaving.mutate()}>
              {header.signOut}
            </button>
          </li>
        </ul>
        <div className="panel-languages">
          <LanguageSwitch />
        </div>
        <Refusal error={leaving.error} />
      </div>
    </div>
  );
}

/** A session that is over already is as good as signed out. */
function useSignOut() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      try {
        await quietCall(signOut, { body: {} });
      } catch (error) {
        if (!reasonToSignIn(error)) throw error;
      }
    },
    onSuccess: async () => {
      await navigate(staffPaths.signIn(), { state: { said: 'signed-out' } });
      leave();
    },
  });
}
