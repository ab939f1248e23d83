import { may, type Member } from '@sportello/contract';
import { useParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { municipalities, offices } from '../../directory.ts';
import { memberCalendars } from '../../messages/member-calendars.ts';
import { members } from '../../messages/members.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { useMe } from '../../staff/me.ts';
import { formatMoment } from '../../staff/moments.ts';
import { scopeNames } from '../../staff/scope-names.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Facts } from '../../ui/Facts.tsx';
import { MemberCalendars } from './calendars/MemberCalendars.tsx';
import { MemberAccess } from './MemberAccess.tsx';
import { MemberForm } from './MemberForm.tsx';
import { MemberStateChip } from './MemberStateChip.tsx';
import { member as memberQuestion } from './queries.ts';

export function MemberPage() {
  const { list, member: texts } = useMessages(members);
  const { header } = useMessages(staff);
  const { title: calendarsTitle } = useMessages(memberCalendars);
  const me = useMe();
  const id = useParams().id ?? '';
  const shown = useAnswer(memberQuestion(id));
  const mayChange = may(me.role, 'member.change');
  return (
    <div className="container page-body">
      <StaffHead title={`${shown.given_name} ${shown.family_name}`} up={{ label: list.title, href: staffPaths.members() }}>
        <p>
          <MemberStateChip state={shown.state} /> {shown.id === me.id && texts.self}
        </p>
      </StaffHead>
      <MemberFacts shown={shown} withRole={!mayChange} />
      {mayChange ? (
        <div className="profile">
          <section className="staff-section" aria-labelledby="details">
            <h2 id="details">{texts.details}</h2>
            <div>
              <MemberForm key={id} shown={shown} />
            </div>
          </section>
          <section className="staff-section" aria-labelledby="calendars">
            <h2 id="calendars">{calendarsTitle}</h2>
            <div>
              <MemberCalendars key={id} shown={shown} />
            </div>
          </section>
          <section className="staff-section" aria-labelledby="access">
            <h2 id="access">{texts.access}</h2>
            <div>
              {shown.id === me.id ? (
                <>
                  <p>{texts.ownAccess}</p>
                  <a href={staffPaths.profile()}>{header.profile}</a>
                </>
              ) : (
                <MemberAccess shown={shown} />
              )}
            </div>
          </section>
        </div>
      ) : (
        <>
          <p className="form-text">{texts.readOnly}</p>
          <section className="staff-section" aria-labelledby="calendars">
            <h2 id="calendars">{calendarsTitle}</h2>
            <div>
              <MemberCalendars shown={shown} />
            </div>
          </section>
        </>
      )}
      {may(me.role, 'audit.read') && (
        <p>
          <a href={staffPaths.audit({ persona: shown.id })}>{texts.trail}</a>
        </p>
      )}
    </div>
  );
}

/** What stands fixed; role and reach too for who may not change them. */
export function MemberFacts({ shown, withRole }: { readonly shown: Member; readonly withRole: boolean }) {
  const { list, member: texts } = useMessages(members);
  const { roles } = useMessages(staff);
  const language = useLanguage();
  const names = scopeNames(shown, useAnswer(offices), useAnswer(municipalities));
  return (
    <Facts
      facts={[
        { label: texts.email, value: shown.email },
        ...(withRole
          ? [
              { label: list.role, value: roles[shown.role] },
              { label: list.reach, value: names === 'everything' ? list.everything : names.join(', ') || list.nothing },
            ]
          : []),
        { label: texts.factor, value: shown.has_second_factor ? list.factorOn : list.factorOff },
        { label: texts.lastSeen, value: shown.last_seen_at ? formatMoment(shown.last_seen_at, language) : list.never },
        ...(shown.state === 'invited' && shown.invitation_expires_at ? [{ label: texts.invitationUntil, value: formatMoment(shown.invitation_expires_at, language) }] : []),
      ]}
    />
  );
}
