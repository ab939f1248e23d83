import type { ClientMessage, IceServer } from '@sportello/contract';
import type { Signal } from '../connection/room-connection.ts';
import { isPolite, onConnectionState, onDescription } from './negotiation.ts';

/** What is sent to everybody alike; null: nothing. */
export interface SentTracks {
  readonly audio: MediaStreamTrack | null;
  readonly camera: MediaStreamTrack | null;
  readonly screen: MediaStreamTrack | null;
}

type Ways = Readonly<Record<keyof SentTracks, RTCRtpTransceiver>>;
export type Received = Readonly<Record<keyof SentTracks, MediaStream>>;

interface Wish {
  readonly ownConnection: string;
  readonly theirConnection: string;
  readonly iceServers: readonly IceServer[];
  readonly policy: RTCIceTransportPolicy;
  readonly sent: SentTracks;
  readonly isVoiceOnly: boolean;
  readonly say: (signal: Extract<ClientMessage, { type: 'description' | 'candidate' }>) => void;
  /** It stands differently, or something can be seen or heard that could not. */
  readonly onChange: () => void;
}

const patienceMilliseconds = 2_500;
const retryMilliseconds = 7_000;

/**
 * Sound and pictures with one other browser. There are three ways from the beginning (voice, camera, screen), so that turning one
 * on or off needs no new agreement; the side that does not give way makes them and offers first.
 */
export class Peer {
  readonly connection: RTCPeerConnection;
  readonly received: Received = { audio: new MediaStream(), camera: new MediaStream(), screen: new MediaStream() };
  readonly ownConnection: string;
  readonly theirConnection: string;
  readonly #say: Wish['say'];
  readonly #onChange: () => void;
  readonly #isPolite: boolean;
  /** Voice and camera belong together: what is in one stream is played in time with each other. */
  readonly #together = new MediaStream();
  #sent: SentTracks;
  #isVoiceOnly: boolean;
  #ways: Ways | null = null;
  #isMakingOffer = false;
  #isTakingAnswer = false;
  #isIgnoring = false;
  #isClosed = false;
  #watch: ReturnType<typeof setTimeout> | undefined;
  /** Descriptions and candidates are taken one after another. */
  #work: Promise<void> = Promise.resolve();

  constructor({ ownConnection, theirConnection, iceServers, policy, sent, isVoiceOnly, say, onChange }: Wish) {
    this.ownConnection = ownConnection;
    this.theirConnection = theirConnection;
    this.#say = say;
    this.#onChange = onChange;
    this.#sent = sent;
    this.#isVoiceOnly = isVoiceOnly;
    this.#isPolite = isPolite(ownConnection, theirConnection);
    this.connection = new RTCPeerConnection({ iceServers: iceServers.map(asServer), iceTransportPolicy: policy });
    this.connection.onnegotiationneeded = () => void this.#offer();
    this.connection.onicecandidate = ({ candidate }) => this.#sayCandidate(candidate);
    this.connection.onconnectionstatechange = () => this.#followState();
    if (!this.#isPolite) this.#makeWays();
    this.#watchAfter(retryMilliseconds);
  }

  get isConnected(): boolean {
    return this.connection.connectionState === 'connected';
  }

  /** A way that pictures take from here, for its quality; null before the first agreement. */
  senderOf(part: keyof SentTracks): RTCRtpSender | null {
    return this.#ways?.[part].sender ?? null;
  }

  get voiceReceiver(): RTCRtpReceiver | null {
    return this.#ways?.audio.receiver ?? null;
  }

  send(sent: SentTracks): void {
    this.#sent = sent;
    void this.#fillWays();
  }

  /** No pictures in either direction: this does need a new agreement, so that the other side stops sending. */
  setVoiceOnly(isVoiceOnly: boolean): void {
    this.#isVoiceOnly = isVoiceOnly;
    this.#directWays();
  }

  setIceServers(iceServers: readonly IceServer[]): void {
    this.connection.setConfiguration({ ...this.connection.getConfiguration(), iceServers: iceServers.map(asServer) });
  }

  /** Looks for another way through the network, and keeps the present one until it is found. */
  restart(): void {
    if (this.#isClosed || (this.#isPolite && !this.#ways)) return;
    this.connection.restartIce();
    // An offer that was never answered does not ask for another one by itself.
    if (this.connection.signalingState === 'have-local-offer') void this.#offer();
    this.#watchAfter(retryMilliseconds);
  }

  hear(signal: Signal): void {
    this.#work = this.#work.then(() => this.#take(signal)).catch(() => this.#watchAfter(patienceMilliseconds));
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#watch);
    this.connection.onnegotiationneeded = this.connection.onicecandidate = this.connection.onconnectionstatechange = null;
    this.connection.close();
  }

  async #take(signal: Signal): Promise<void> {
    if (this.#isClosed) return;
    if (signal.type === 'candidate') return this.#takeCandidate(signal.candidate);
    await this.#takeDescription(signal.description as RTCSessionDescriptionInit);
  }

  async #takeDescription(description: RTCSessionDescriptionInit): Promise<void> {
    const standing = { isPolite: this.#isPolite, isMakingOffer: this.#isMakingOffer, isTakingAnswer: this.#isTakingAnswer, signalingState: this.connection.signalingState };
    this.#isIgnoring = onDescription(standing, description.type) === 'ignore';
    if (this.#isIgnoring) return;
    this.#isTakingAnswer = description.type === 'answer';
    await this.connection.setRemoteDescription(description).finally(() => {
      this.#isTakingAnswer = false;
    });
    if (description.type !== 'offer') return;
    await this.#findWays();
    await this.connection.setLocalDescription();
    this.#sayDescription();
  }

  async #takeCandidate(candidate: RTCIceCandidateInit | null): Promise<void> {
    try {
      await this.connection.addIceCandidate(candidate ?? undefined);
    } catch (error) {
      if (!this.#isIgnoring) throw error; // those of an offer that was passed over fit nothing
    }
  }

  async #offer(): Promise<void> {
    if (this.#isClosed) return;
    try {
      this.#isMakingOffer = true;
      await this.connection.setLocalDescription();
      this.#sayDescription();
    } catch {
      this.#watchAfter(patienceMilliseconds);
    } finally {
      this.#isMakingOffer = false;
    }
  }

  #makeWays(): void {
    const make = (kind: 'audio' | 'video', streams: MediaStream[]) => this.connection.addTransceiver(kind, { direction: 'sendrecv', streams });
    this.#useWays({ audio: make('audio', [this.#together]), camera: make('video', [this.#together]), screen: make('video', []) });
    this.#directWays();
    void this.#fillWays();
  }

  /** Those that the first offer brought, in its order. */
  async #findWays(): Promise<void> {
    if (this.#ways) return;
    const [audio, camera, screen] = this.connection.getTransceivers();
    if (!audio || !camera || !screen) return;
    for (const way of [audio, camera]) way.sender.setStreams?.(this.#together);
    this.#useWays({ audio, camera, screen });
    this.#directWays();
    await this.#fillWays();
  }

  #useWays(ways: Ways): void {
    this.#ways = ways;
    for (const part of ['audio', 'camera', 'screen'] as const) {
      const { track } = ways[part].receiver;
      track.onmute = track.onunmute = this.#onChange;
      this.received[part].addTrack(track);
    }
  }

  #directWays(): void {
    if (!this.#ways || this.#isClosed) return;
    this.#ways.audio.direction = 'sendrecv';
    for (const part of ['camera', 'screen'] as const) this.#ways[part].direction = this.#isVoiceOnly ? 'inactive' : 'sendrecv';
  }

  async #fillWays(): Promise<void> {
    const ways = this.#ways;
    if (!ways || this.#isClosed) return;
    const parts = ['audio', 'camera', 'screen'] as const;
    await Promise.all(parts.filter((part) => ways[part].sender.track !== this.#sent[part]).map((part) => ways[part].sender.replaceTrack(this.#sent[part]).catch(() => undefined)));
  }

  #followState(): void {
    const next = onConnectionState(this.connection.connectionState);
    if (this.isConnected) clearTimeout(this.#watch);
    if (next === 'restart') this.restart();
    if (next === 'restart-soon') this.#watchAfter(patienceMilliseconds);
    this.#onChange();
  }

  #watchAfter(milliseconds: number): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => (this.isConnected ? undefined : this.restart()), milliseconds);
  }

  #sayDescription(): void {
    const description = this.connection.localDescription;
    if (description && !this.#isClosed) this.#say({ type: 'description', to: this.theirConnection, description: { type: description.type, sdp: description.sdp } });
  }

  #sayCandidate(candidate: RTCIceCandidate | null): void {
    const { candidate: line = '', sdpMid = null, sdpMLineIndex = null, usernameFragment = null } = candidate ?? {};
    this.#say({ type: 'candidate', to: this.theirConnection, candidate: candidate && { candidate: line, sdpMid, sdpMLineIndex, usernameFragment } });
  }
}

function asServer({ urls, username, credential }: IceServer): RTCIceServer {
  return { urls: [...urls], ...(username !== undefined && { username }), ...(credential !== undefined && { credential }) };
}
