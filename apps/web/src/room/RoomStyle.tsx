import styleSheet from '../styles/room.scss?url';

/** Travels with the pages of the room; nothing of them is shown before it is there. */
export function RoomStyle() {
  return <link rel="stylesheet" href={styleSheet} precedence="room" />;
}
