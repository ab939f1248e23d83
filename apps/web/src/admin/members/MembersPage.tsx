import { may, type Member, type MemberState, memberStates } from '@sportello/contract';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { municipalities, offices } from '../../directory.ts';
import { memberCalendars } from '../../messages/member-calendars.ts';
import { members as memberTexts } from '../../messages/members.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { formatMoment } from '../../staff/moments.ts';
import { Rows } from '../../staff/Rows.tsx';
import { scopeNames } from '../../staff/scope-names.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { recordsOf } from '../records/queries.ts';
import { theirs } from './calendars/queries.ts';
import { MemberStateChip } from './MemberStateChip.tsx';
import { allMembers } from './queries.ts';

/** What the page before says: what was done, and whose calendar comes next. */
export interface AfterInvitation {
  readonly said?: string;
  readonly invited?: { readonly id: string; readonly name: string };
}

const mostNames = 2;

export function MembersPage() {
  const { list: texts, states } = useMessages(memberTexts);
  const { roles } = useMessages(staff);
  const calendarTexts = useMessages(memberCalendars);
  const calendars = useAnswer(recordsOf('calendar')).items.filter(({ state }) => state === 'used');
  const language = useLanguage();
  const me = useMe();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const after = useLocation().state as AfterInvitation | null;
  const everybody = useAnswer(allMembers);
  const knownOffices = useAnswer(offices);
  const knownMunicipalities = useAnswer(municipalities);
  const state = memberStates.find((one) => one === query.get('stato'));
  const shown = state ? everybody.filter((member) => member.state === state) : everybody;

  function reachOf(member: Member): string {
    const names = scopeNames(member, knownOffices, knownMunicipalities);
    if (names === 'everything') return texts.everything;
    if (names.length === 0) return texts.nothing;
    return names.length > mostNames ? `${names.slice(0, mostNames).join(', ')} ${texts.more(names.length - mostNames)}` : names.join(', ');
  }

  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.lead} />
      <Done text={after?.said ?? null} />
      {after?.invited && theirs(calendars, after.invited).length === 0 && (
        <p>
          <a href={`${staffPaths.member(after.invited.id)}#calendars`}>{calendarTexts.invited(after.invited.name)}</a>
        </p>
      )}
      <div className="list-tools">
        <div className="list-filter">
          <label htmlFor="state">{texts.filter}</label>
          <select id="state" className="form-select" value={state ?? ''} onChange={({ target }) => void navigate(staffPaths.members(target.value))}>
            <option value="">{texts.all}</option>
            {memberStates.map((one) => (
              <option key={one} value={one}>
                {states[one]}
              </option>
            ))}
          </select>
          <p role="status">{texts.count(shown.length)}</p>
        </div>
        {may(me.role, 'member.change') && <ButtonLink href={staffPaths.invite()}>{texts.invite}</ButtonLink>}
      </div>
      {shown.length === 0 ? (
        <p className="empty-state">{texts.none}</p>
      ) : (
        <Rows
          caption={texts.title}
          items={shown}
          keyOf={({ id }) => id}
          columns={[
            { label: texts.name, isMain: true, cell: (member) => <Name member={member} isMe={member.id === me.id} /> },
            { label: texts.role, cell: ({ role }) => roles[role] },
            { label: texts.reach, cell: reachOf },
            { label: calendarTexts.title, cell: (member) => theirs(calendars, member).map(({ title }) => title).join(', ') || '–' },
            { label: texts.state, cell: ({ state: one }: { state: MemberState }) => <MemberStateChip state={one} /> },
            { label: texts.factor, cell: ({ has_second_factor }) => (has_second_factor ? texts.factorOn : texts.factorOff) },
            { label: texts.lastSeen, cell: ({ last_seen_at }) => (last_seen_at ? formatMoment(last_seen_at, language) : texts.never) },
          ]}
        />
      )}
    </div>
  );
}

function Name({ member, isMe }: { readonly member: Member; readonly isMe: boolean }) {
  const { list: texts } = useMessages(memberTexts);
  return (
    <>
      <a href={staffPaths.member(member.id)}>
        {member.given_name} {member.family_name}
      </a>
      {isMe && ` (${texts.you})`}
      <span className="rows-sub">{member.email}</span>
    </>
  );
}
