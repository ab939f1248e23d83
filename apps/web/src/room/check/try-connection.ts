import { apiBase, call, type IceServer, roomSocketPath, showStatus } from '@sportello/contract';
import { now } from '../../clock.ts';

/** What was found out about the way to the room. `not-set`: there is no such server to be tried. */
export interface ConnectionFound {
  /** To our server and back, the quickest of some; null: no answer came. */
  readonly roundTripMilliseconds: number | null;
  readonly socketOpens: boolean;
  /** Two ends of a call found each other inside this browser. */
  readonly canMeet: boolean;
  /** This network lets us see our address from outside. */
  readonly stun: Reached;
  /** This network lets us reach a server that passes everything on. */
  readonly turn: Reached;
}
export type Reached = 'reached' | 'not-reached' | 'not-set';

const longestMilliseconds = 8_000;
const rounds = 3;

/** Tries all ways at once. Never throws: what does not work is what it is asked for. */
export async function tryConnection(servers: readonly IceServer[]): Promise<ConnectionFound> {
  const stunServers = withScheme(servers, /^stuns?:/);
  const turnServers = withScheme(servers, /^turns?:/);
  const [roundTripMilliseconds, socketOpens, canMeet, stun, turn] = await Promise.all([
    quickestRound(),
    opensSocket(),
    meetsItself(),
    findCandidate({ iceServers: stunServers }, 'srflx'),
    findCandidate({ iceServers: turnServers, iceTransportPolicy: 'relay' }, 'relay'),
  ]);
  return { roundTripMilliseconds, socketOpens, canMeet, stun, turn };
}

function withScheme(servers: readonly IceServer[], scheme: RegExp): RTCIceServer[] {
  return servers.map((server) => ({ ...server, urls: server.urls.filter((url) => scheme.test(url)) })).filter(({ urls }) => urls.length > 0);
}

async function quickestRound(): Promise<number | null> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = now();
    const answer = await call(showStatus, { signal: AbortSignal.timeout(longestMilliseconds) }).catch(() => null);
    if (!answer) return times.length > 0 ? Math.min(...times) : null;
    times.push(now() - begun);
  }
  return Math.round(Math.min(...times));
}

/** Some networks of offices and hotels let pages through, and no sockets. */
function opensSocket(): Promise<boolean> {
  return within(
    new Promise((resolve) => {
      const address = new URL(apiBase + roomSocketPath, location.href);
      address.protocol = address.protocol.replace('http', 'ws');
      const socket = new WebSocket(address);
      socket.onopen = () => {
        resolve(true);
        socket.close();
      };
      socket.onerror = () => resolve(false);
    }),
    false,
  );
}

/** A call with nobody but oneself: whether this browser can do it at all. */
async function meetsItself(): Promise<boolean> {
  if (typeof RTCPeerConnection === 'undefined') return false;
  const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
  one.onicecandidate = ({ candidate }) => void other.addIceCandidate(candidate ?? undefined).catch(() => undefined);
  other.onicecandidate = ({ candidate }) => void one.addIceCandidate(candidate ?? undefined).catch(() => undefined);
  const met = new Promise<boolean>((resolve) => {
    one.createDataChannel('try').onopen = () => resolve(true);
  });
  try {
    const offer = await one.createOffer();
    await one.setLocalDescription(offer);
    await other.setRemoteDescription(offer);
    const answer = await other.createAnswer();
    await other.setLocalDescription(answer);
    await one.setRemoteDescription(answer);
    return await within(met, false);
  } catch {
    return false;
  } finally {
    one.close();
    other.close();
  }
}

/** Whether these servers give the browser a way of this kind to be reached by. */
async function findCandidate(settings: RTCConfiguration, kind: RTCIceCandidateType): Promise<Reached> {
  if (settings.iceServers?.length === 0) return 'not-set';
  if (typeof RTCPeerConnection === 'undefined') return 'not-reached';
  let connection: RTCPeerConnection | undefined;
  try {
    const trying = (connection = new RTCPeerConnection(settings));
    const found = new Promise<boolean>((resolve) => {
      trying.onicecandidate = ({ candidate }) => {
        if (candidate?.type === kind) resolve(true);
        // The list is complete and nothing of the kind came.
        if (candidate === null) resolve(false);
      };
    });
    trying.createDataChannel('try');
    await trying.setLocalDescription();
    return (await within(found, false)) ? 'reached' : 'not-reached';
  } catch {
    return 'not-reached';
  } finally {
    connection?.close();
  }
}

function within<Value>(work: Promise<Value>, otherwise: Value): Promise<Value> {
  return Promise.race([work, new Promise<Value>((resolve) => setTimeout(() => resolve(otherwise), longestMilliseconds))]);
}
