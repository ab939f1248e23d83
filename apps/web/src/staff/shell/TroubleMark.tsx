import { showSystemMark } from '@sportello/contract';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { Live } from '../../ui/Live.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { askStaffQuietly } from '../staff-call.ts';
import { staffPaths } from '../staff-paths.ts';

const askAgainMilliseconds = 60_000;
const systemMark = askStaffQuietly(showSystemMark, {});

/** In the bar of who may see the state of the system, while something is not well; mail may be what does not work, so it stands here too. */
export function TroubleMark() {
  const { header } = useMessages(staff);
  const { data } = useQuery({ ...systemMark(useLanguage()), refetchInterval: askAgainMilliseconds });
  const said = !data ? null : data.troubles > 0 ? header.troubles(data.troubles) : data.is_watched ? null : header.unwatched;
  return (
    <div className="staff-trouble">
      <Live text={said ? header.trouble(said) : ''} />
      {said && (
        <a href={staffPaths.system()}>
          <Icon name="error" size="sm" color="white" />
          <span className="visually-hidden">{header.trouble('')}</span> {said}
        </a>
      )}
    </div>
  );
}
