import type { IceServer, RoomPerson } from '@sportello/contract';
import type { RoomConnection, Signal } from '../connection/room-connection.ts';
import { type RoomSeen, seenOf } from '../connection/room-state.ts';
import type { OwnMedia } from './own-media.ts';
import { Peer, type Received } from './peer.ts';
import { applyToCamera, applyToScreen } from './quality/apply-quality.ts';
import { type Counted, measure, nothingCounted, type StatsEntry } from './quality/measure.ts';
import { firstQuality, nextQuality, type Quality } from './quality/quality-rule.ts';

/** What this browser has of another person. */
export interface PeerView {
  readonly isConnected: boolean;
  readonly received: Received;
  readonly counted: Counted;
}

export interface MeshView {
  /** By the id of the person. */
  readonly peers: Readonly<Record<string, PeerView>>;
  readonly isVoiceOnly: boolean;
  /** The network cannot carry pictures: voice alone is offered. */
  readonly isTooSlow: boolean;
}

interface Link {
  readonly peer: Peer;
  /** The one before, still seen and heard until the new one stands. */
  former: Peer | null;
  quality: Quality;
  counted: Counted;
}

const lookMilliseconds = 2_000;
const formerMilliseconds = 15_000;
/** Of one connection, and of so many connections. */
const mostKept = 60;
const mostEarly = 8;

interface Wish {
  readonly room: RoomConnection;
  readonly own: OwnMedia;
  /** `relay`: through a TURN server only. */
  readonly policy: RTCIceTransportPolicy;
}

/** Everybody's browser connected with everybody else's: one Peer for each pair of connections. */
export class Mesh {
  readonly #room: RoomConnection;
  readonly #own: OwnMedia;
  readonly #policy: RTCIceTransportPolicy;
  readonly #links = new Map<string, Link>();
  /** Said by connections that the room has not told about yet. */
  readonly #early = new Map<string, Signal[]>();
  #ownConnection = '';
  #iceServers: readonly IceServer[] = [];
  #isVoiceOnly = false;
  #isTooSlow = false;
  #view: MeshView = { peers: {}, isVoiceOnly: false, isTooSlow: false };
  #timer: ReturnType<typeof setInterval> | undefined;
  #stops: readonly (() => void)[] = [];
  readonly #listeners = new Set<() => void>();

  constructor({ room, own, policy }: Wish) {
    this.#room = room;
    this.#own = own;
    this.#policy = policy;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): MeshView => this.#view;

  start(): void {
    const follow = () => this.#follow(seenOf(this.#room.read()));
    this.#stops = [this.#room.subscribe(follow), this.#room.onSignal((signal) => this.#hear(signal)), this.#own.subscribe(() => this.#sendOwn()), onNetworkChange(() => this.#restartAll())];
    follow();
    this.#timer = setInterval(() => void this.#lookAtAll(), lookMilliseconds);
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const stop of this.#stops) stop();
    for (const id of [...this.#links.keys()]) this.#close(id);
    this.#show();
  }

  /** Who is in the room. A person with another connection than before gets another Peer. */
  #follow(seen: RoomSeen | null): void {
    if (!seen) return;
    const { you, people, connection, ice_servers } = seen;
    this.#useIceServers(ice_servers);
    this.#ownConnection = connection;
    const others = people.filter(({ id, is_in }) => is_in && id !== you.id);
    for (const id of this.#links.keys()) if (!others.some((other) => other.id === id)) this.#close(id);
    for (const other of others) this.#meet(other);
    this.#show();
  }

  setVoiceOnly(isVoiceOnly: boolean): void {
    this.#isVoiceOnly = isVoiceOnly;
    this.#isTooSlow = false;
    for (const link of this.#links.values()) {
      link.peer.setVoiceOnly(isVoiceOnly);
      link.quality = firstQuality;
    }
    this.#show();
  }

  /** How loud each other person is just now, 0 to 1. */
  levels(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#links].map(([id, { peer }]) => [id, levelOf(peer.voiceReceiver)]));
  }

  #useIceServers(iceServers: readonly IceServer[]): void {
    if (iceServers === this.#iceServers) return;
    this.#iceServers = iceServers;
    for (const { peer } of this.#links.values()) peer.setIceServers(iceServers);
  }

  #meet({ id, connection }: RoomPerson): void {
    const link = this.#links.get(id);
    if (connection === null) return; // away: sound and pictures may still go on
    if (link?.peer.theirConnection === connection && link.peer.ownConnection === this.#ownConnection) return;
    const peer = this.#newPeer(id, connection);
    link?.former?.close();
    const former = link?.peer ?? null;
    this.#links.set(id, { peer, former, quality: firstQuality, counted: nothingCounted });
    if (former) setTimeout(() => this.#letFormerGo(former), formerMilliseconds);
    for (const signal of this.#early.get(connection) ?? []) peer.hear(signal);
    this.#early.delete(connection);
  }

  #newPeer(id: string, theirConnection: string): Peer {
    return new Peer({
      ownConnection: this.#ownConnection,
      theirConnection,
      iceServers: this.#iceServers,
      policy: this.#policy,
      sent: this.#own.sent,
      isVoiceOnly: this.#isVoiceOnly,
      say: (signal) => this.#room.saySignal(signal),
      onChange: () => this.#followPeer(id),
    });
  }

  #followPeer(id: string): void {
    const link = this.#links.get(id);
    if (link?.peer.isConnected && link.former) this.#letFormerGo(link.former);
    this.#show();
  }

  #letFormerGo(former: Peer): void {
    former.close();
    for (const link of this.#links.values()) if (link.former === former) link.former = null;
    this.#show();
  }

  #hear(signal: Signal): void {
    const link = [...this.#links.values()].find(({ peer }) => peer.theirConnection === signal.from);
    if (link) return link.peer.hear(signal);
    const kept = this.#early.get(signal.from) ?? [];
    if (kept.length < mostKept && this.#early.size < mostEarly) this.#early.set(signal.from, [...kept, signal]);
  }

  #sendOwn(): void {
    for (const { peer } of this.#links.values()) peer.send(this.#own.sent);
  }

  #restartAll(): void {
    for (const { peer } of this.#links.values()) peer.restart();
  }

  #close(id: string): void {
    const link = this.#links.get(id);
    link?.peer.close();
    link?.former?.close();
    this.#links.delete(id);
  }

  async #lookAtAll(): Promise<void> {
    await Promise.all([...this.#links.values()].map((link) => this.#lookAt(link)));
    const qualities = [...this.#links.values()].map(({ quality }) => quality);
    this.#isTooSlow = !this.#isVoiceOnly && qualities.some(({ isTooMuch }) => isTooMuch);
    this.#show();
  }

  async #lookAt(link: Link): Promise<void> {
    const { peer } = link;
    if (!peer.isConnected) return;
    const report = await peer.connection.getStats();
    const { counted, measured } = measure(report.values() as Iterable<StatsEntry>, link.counted);
    link.counted = counted;
    link.quality = nextQuality(link.quality, measured);
    const { level } = link.quality;
    await Promise.all([applyToCamera(peer.senderOf('camera'), level, this.#links.size), applyToScreen(peer.senderOf('screen'), level, this.#links.size)]);
  }

  #show(): void {
    const peers = [...this.#links].map(([id, { peer, former, counted }]): [string, PeerView] => {
      const shown = peer.isConnected ? peer : (former ?? peer);
      return [id, { isConnected: shown.isConnected, received: shown.received, counted }];
    });
    this.#view = { peers: Object.fromEntries(peers), isVoiceOnly: this.#isVoiceOnly, isTooSlow: this.#isTooSlow };
    this.#listeners.forEach((listener) => listener());
  }
}

/** From Wi-Fi to mobile and back, or a network that is there again. Answers how to stop. */
function onNetworkChange(tell: () => void): () => void {
  const { connection } = navigator as Navigator & { readonly connection?: EventTarget };
  window.addEventListener('online', tell);
  connection?.addEventListener('change', tell);
  return () => {
    window.removeEventListener('online', tell);
    connection?.removeEventListener('change', tell);
  };
}

function levelOf(receiver: RTCRtpReceiver | null): number {
  return receiver?.getSynchronizationSources?.()[0]?.audioLevel ?? 0;
}
