import type { ApiProblem, ChatMessage, IceServer, RoomEnd, RoomLine, RoomPerson, VideoProvider } from '@sportello/contract';

/** What this browser can send. */
export interface Devices {
  readonly has_camera: boolean;
  readonly has_microphone: boolean;
}

/** What this person lets the others hear and see. */
export interface OwnSending {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
}

/** `sending`: the room has not said it back yet; `unsent`: it did not take it, and the person may try again. */
export interface ShownMessage extends ChatMessage {
  readonly standing: 'sent' | 'sending' | 'unsent';
}

/** All that is known of a room while somebody is in it or before its door. */
export interface RoomSeen {
  readonly you: RoomPerson;
  /** Everybody, `you` too. */
  readonly people: readonly RoomPerson[];
  readonly messages: readonly ShownMessage[];
  readonly line: RoomLine | null;
  readonly by_phone_since: string | null;
  readonly provider: VideoProvider;
  /** A vendor failed, and everybody meets here instead. */
  readonly is_fallback: boolean;
  /** Rises when a file comes or goes. */
  readonly files_revision: number;
  readonly closes_at: string;
  /** Of this connection: another one after each reconnection. */
  readonly connection: string;
  readonly ice_servers: readonly IceServer[];
  /** For the endpoints of the room, such as its files. */
  readonly token: string;
}

/** Why it is over for this tab: what the room said, `left` by the person, or `refused` at the door. */
export type WhyOver = RoomEnd | 'left' | 'refused';

export type RoomState =
  | { readonly state: 'connecting' }
  | ({ readonly state: 'waiting' } & RoomSeen)
  | ({ readonly state: 'in' } & RoomSeen)
  /** The connection broke; what was seen last stays on the screen. Nobody has to do anything. */
  | ({ readonly state: 'reconnecting'; readonly was: 'waiting' | 'in' } & RoomSeen)
  /** `problem`: what the API answered, where it was `refused`. `seen`: what was seen last, null when one never came in. */
  | { readonly state: 'over'; readonly why: WhyOver; readonly problem: ApiProblem | null; readonly seen: RoomSeen | null };

export function seenOf(state: RoomState): RoomSeen | null {
  switch (state.state) {
    case 'connecting':
      return null;
    case 'over':
      return state.seen;
    case 'waiting':
    case 'in':
    case 'reconnecting':
      return state;
    default:
      return state satisfies never;
  }
}
