import styleSheet from '../../styles/room-call.scss?url';

/** Travels with the call; nothing of it is shown before it is there. */
export function CallStyle() {
  return <link rel="stylesheet" href={styleSheet} precedence="room-call" />;
}
