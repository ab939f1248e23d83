import type { RoomStay } from '@sportello/contract';
import { formatTime } from '../../format/dates.ts';
import { deskRoom } from '../../messages/desk-room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Rows } from '../../staff/Rows.tsx';
import { RoomPanelFrame } from './RoomPanelFrame.tsx';

/** Who was there and for how long: the proof that it took place, and nothing of what was said. */
export function PresencePanel({ stays }: { readonly stays: readonly RoomStay[] }) {
  const { presence: texts, roles } = useMessages(deskRoom);
  return (
    <RoomPanelFrame title={texts.title} lead={texts.lead}>
      {stays.length === 0 ? (
        <p className="panel-lead">{texts.none}</p>
      ) : (
        <Rows
          caption={texts.title}
          items={stays}
          keyOf={({ role, name, joined_at }) => `${role} ${name ?? ''} ${joined_at}`}
          columns={[
            { label: texts.who, cell: ({ name, role }) => (name ? `${name}, ${roles[role]}` : roles[role]), isMain: true },
            { label: texts.joined, cell: ({ joined_at }) => formatTime(joined_at) },
            { label: texts.left, cell: ({ left_at }) => (left_at === null ? texts.still : formatTime(left_at)) },
            { label: texts.minutes, cell: ({ minutes }) => minutes },
          ]}
        />
      )}
    </RoomPanelFrame>
  );
}
