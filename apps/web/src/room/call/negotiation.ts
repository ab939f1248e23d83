// The rules of "perfect negotiation" (W3C, WebRTC 1.0, section 10.7): both sides may offer at any time, and when two offers
// meet, one side gives way. Pure, so that each case can be tried without a browser.

/** Of two connections the one with the smaller id gives way. The other one also makes the first offer. */
export function isPolite(ownConnection: string, theirConnection: string): boolean {
  return ownConnection < theirConnection;
}

export interface NegotiationStanding {
  readonly isPolite: boolean;
  readonly isMakingOffer: boolean;
  /** An answer of theirs is being taken in: the state is as good as stable. */
  readonly isTakingAnswer: boolean;
  readonly signalingState: RTCSignalingState;
}

/** What to do with a description of theirs: `yield` takes it and gives up an offer of one's own, which the browser does by itself. */
export function onDescription({ isPolite: mayYield, isMakingOffer, isTakingAnswer, signalingState }: NegotiationStanding, type: RTCSdpType): 'take' | 'yield' | 'ignore' {
  const isReadyForOffer = !isMakingOffer && (signalingState === 'stable' || isTakingAnswer);
  if (type !== 'offer' || isReadyForOffer) return 'take';
  return mayYield ? 'yield' : 'ignore';
}

/** What to do about a connection of two browsers that stands like this. */
export function onConnectionState(state: RTCPeerConnectionState): 'nothing' | 'restart' | 'restart-soon' {
  if (state === 'failed') return 'restart';
  return state === 'disconnected' ? 'restart-soon' : 'nothing';
}
