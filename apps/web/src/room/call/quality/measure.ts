import type { Measured } from './quality-rule.ts';

/** What is counted up from the beginning of a connection, for telling one look from the next. */
export interface Counted {
  readonly lostHere: number;
  readonly receivedHere: number;
  /** Pictures that were shown, of camera and screen. */
  readonly framesDecoded: number;
  readonly framesEncoded: number;
}

export interface Look {
  readonly counted: Counted;
  readonly measured: Measured;
}

export const nothingCounted: Counted = { lostHere: 0, receivedHere: 0, framesDecoded: 0, framesEncoded: 0 };

/** What a report of the browser says that the rule of quality needs; the names are those of webrtc-stats. */
export function measure(report: Iterable<StatsEntry>, before: Counted): Look {
  const entries = [...report];
  const incoming = entries.filter(({ type }) => type === 'inbound-rtp');
  const outgoing = entries.filter(({ type, kind }) => type === 'outbound-rtp' && kind === 'video');
  const there = entries.filter(({ type }) => type === 'remote-inbound-rtp');
  const pair = entries.find(({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded');
  const counted = {
    lostHere: sum(incoming, 'packetsLost'),
    receivedHere: sum(incoming, 'packetsReceived'),
    framesDecoded: sum(incoming, 'framesDecoded'),
    framesEncoded: sum(outgoing, 'framesEncoded'),
  };
  const seconds = pair?.currentRoundTripTime ?? there[0]?.roundTripTime ?? null;
  return {
    counted,
    measured: {
      lostThere: there.length === 0 ? null : Math.max(...there.map(({ fractionLost = 0 }) => fractionLost)),
      lostHere: shareLost(counted, before),
      roundTripMilliseconds: seconds === null ? null : seconds * 1000,
      sendable: pair?.availableOutgoingBitrate === undefined ? null : pair.availableOutgoingBitrate / 1000,
      isNarrow: outgoing.some(({ qualityLimitationReason }) => qualityLimitationReason === 'bandwidth'),
    },
  };
}

export interface StatsEntry {
  readonly type: string;
  readonly kind?: string;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly packetsLost?: number;
  readonly packetsReceived?: number;
  readonly framesDecoded?: number;
  readonly framesEncoded?: number;
  readonly fractionLost?: number;
  readonly roundTripTime?: number;
  readonly currentRoundTripTime?: number;
  readonly availableOutgoingBitrate?: number;
  readonly qualityLimitationReason?: string;
}

type Numbers = 'packetsLost' | 'packetsReceived' | 'framesDecoded' | 'framesEncoded';

function sum(entries: readonly StatsEntry[], name: Numbers): number {
  return entries.reduce((total, entry) => total + (entry[name] ?? 0), 0);
}

function shareLost(now: Counted, before: Counted): number | null {
  const lost = Math.max(0, now.lostHere - before.lostHere); // what comes late is taken off again
  const all = lost + now.receivedHere - before.receivedHere;
  return all <= 0 ? null : lost / all;
}
