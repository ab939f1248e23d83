import type { Board, DeskAppointmentItem } from '@sportello/contract';
import { useAnswerSoon } from '../../api.ts';
import { places } from '../../directory.ts';
import { formatDay, formatTime } from '../../format/dates.ts';
import { common } from '../../messages/common.ts';
import { desk } from '../../messages/desk.ts';
import { deskRoom } from '../../messages/desk-room.ts';
import { deskToday } from '../../messages/desk-today.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { deskNow } from '../desk-minute.ts';
import { useNameOf } from '../name-of.ts';

interface Props {
  readonly day: string;
  readonly items: readonly DeskAppointmentItem[];
  readonly calendars: Board['calendars'];
  /** What the board was narrowed to, in words. */
  readonly narrowedTo: string;
}

/** The day on paper, by time, with room to write. No contacts: paper is left lying about. */
export function PrintSheet({ day, items, calendars, narrowedTo }: Props) {
  const { sheet, row } = useMessages(deskToday);
  const { channels } = useMessages(common);
  const { states } = useMessages(desk);
  const { board: room } = useMessages(deskRoom);
  const language = useLanguage();
  const nameOf = useNameOf();
  const known = useAnswerSoon(places);
  const placeOf = ({ place_id }: DeskAppointmentItem) => known?.find(({ id }) => id === place_id)?.name;
  const whose = ({ calendar_ids }: DeskAppointmentItem) => calendars.filter(({ id }) => calendar_ids.includes(id)).map(({ name }) => name);
  return (
    <div className="print-sheet">
      <h1>{sheet.title(formatDay(day, language))}</h1>
      <p>
        {narrowedTo && <>{narrowedTo}. </>}
        {sheet.printed(formatTime(new Date(deskNow()).toISOString()))}
      </p>
      <table>
        <thead>
          <tr>
            {[sheet.time, sheet.name, sheet.service, sheet.where, sheet.remarks].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>{item.starts_at && item.ends_at ? `${formatTime(item.starts_at)}–${formatTime(item.ends_at)}` : row.noTime}</td>
              <td>
                <strong>{nameOf(item)}</strong>
                {item.beneficiary_name && <> {row.forSomebody(item.beneficiary_name)}</>}
              </td>
              <td>{item.service_name}</td>
              <td>{[placeOf(item) ?? channels[item.channel], ...whose(item)].filter(Boolean).join(', ')}</td>
              <td>{[item.state === 'confirmed' ? '' : states[item.state], item.by_phone_since && room.byPhone].filter(Boolean).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
