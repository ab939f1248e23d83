import type { RoomPerson } from '@sportello/contract';
import { room as roomTexts } from '../../messages/room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { layoutOf, type Shown } from './layout.ts';
import type { MeshView } from './mesh.ts';
import type { OwnView } from './own-media.ts';
import { OtherTile, OwnTile, ScreenTile } from './Tile.tsx';

interface Props {
  readonly people: readonly RoomPerson[];
  readonly you: RoomPerson;
  readonly own: OwnView;
  readonly mesh: MeshView;
  readonly speakers: readonly string[];
}

/** Who is there, as large as the screen allows. */
export function Stage({ people, you, own, mesh, speakers }: Props) {
  const { stage: texts } = useMessages(roomTexts);
  const { kind, large, strip, corner } = layoutOf(people, you.id);

  const tile = ({ person: id, what }: Shown) => {
    const person = people.find((one) => one.id === id);
    if (!person) return null;
    if (id === you.id) return <OwnTile key="own" you={you} own={own} />;
    if (what === 'screen') return <ScreenTile key={`${id}-screen`} person={person} peer={mesh.peers[id]} />;
    return <OtherTile key={id} person={person} peer={mesh.peers[id]} isSpeaking={person.microphone && speakers.includes(id)} isVoiceOnly={mesh.isVoiceOnly} />;
  };

  return (
    <>
      {kind === 'alone' && (
        <div className="call-alone">
          <p className="call-alone-title">{texts.alone}</p>
          <p>{texts.aloneText}</p>
        </div>
      )}
      {/* One list for all, so that nobody's picture begins anew when somebody shows a screen. */}
      <ul className={`call-tiles call-tiles-${kind}`} data-large={large.length} data-strip={strip.length} aria-label={texts.label}>
        {large.map(tile)}
        {strip.map(tile)}
        {corner && tile(corner)}
      </ul>
    </>
  );
}
