import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffDoor } from '../../messages/staff-door.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { StaffHead } from '../StaffHead.tsx';
import { staffPaths } from '../staff-paths.ts';

/** A link serves once and not for ever: what to do then, whichever it was. */
export function LinkOver() {
  const { link: texts } = useMessages(staffDoor);
  return (
    <>
      <StaffHead title={texts.overTitle} lead={texts.over} />
      <div className="door-columns">
        <ul>
          <li>{texts.overDone}</li>
          <li>{texts.overReset}</li>
          <li>{texts.overInvitation}</li>
        </ul>
        <div className="button-row">
          <ButtonLink href={staffPaths.signIn()}>{texts.toSignIn}</ButtonLink>
          <a href={staffPaths.forgottenPassword()}>{texts.askAgain}</a>
        </div>
      </div>
    </>
  );
}
