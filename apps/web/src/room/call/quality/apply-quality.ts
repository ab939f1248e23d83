import { type Level, levels } from './quality-rule.ts';

/** Makes the picture that leaves here as large as this level says, shared among so many others. */
export async function applyToCamera(sender: RTCRtpSender | null, level: Level, others: number): Promise<void> {
  const { kilobits, shrinkBy, framesPerSecond } = levels[level];
  await set(sender, { maxBitrate: bitsFor(kilobits, others), scaleResolutionDownBy: shrinkBy, maxFramerate: framesPerSecond }, 'balanced');
}

/** A screen keeps all its points, or nobody can read it: it moves less instead. */
export async function applyToScreen(sender: RTCRtpSender | null, level: Level, others: number): Promise<void> {
  const { kilobits, framesPerSecond } = levels[level];
  await set(sender, { maxBitrate: bitsFor(kilobits * 1.5, others), scaleResolutionDownBy: 1, maxFramerate: Math.min(10, framesPerSecond / 2) }, 'maintain-resolution');
}

function bitsFor(kilobits: number, others: number): number {
  return Math.round((kilobits * 1000) / Math.sqrt(Math.max(1, others)));
}

async function set(sender: RTCRtpSender | null, wish: RTCRtpEncodingParameters, degradationPreference: RTCDegradationPreference): Promise<void> {
  if (!sender?.track) return;
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings ?? [];
  if (!encoding) return; // not agreed yet
  if (encoding.maxBitrate === wish.maxBitrate && encoding.scaleResolutionDownBy === wish.scaleResolutionDownBy) return;
  Object.assign(encoding, wish);
  // Not every browser knows the preference; what it does not know it passes over.
  await sender.setParameters({ ...parameters, degradationPreference }).catch(() => undefined);
}
