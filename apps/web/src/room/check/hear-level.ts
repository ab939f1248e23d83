const everyMilliseconds = 100;

/** How loud a microphone is, from 0 to 1, ten times a second. Answers how to stop. */
export function hearLevel(stream: MediaStream, tell: (level: number) => void): () => void {
  const sound = new AudioContext();
  const listener = sound.createAnalyser();
  listener.fftSize = 1024;
  sound.createMediaStreamSource(stream).connect(listener);
  const samples = new Float32Array(listener.fftSize);
  const timer = setInterval(() => {
    listener.getFloatTimeDomainData(samples);
    tell(loudness(samples));
  }, everyMilliseconds);
  return () => {
    clearInterval(timer);
    void sound.close();
  };
}

const quietestDecibels = -60;

/** Where the sound lies between -60 dB and full, as ears judge it. Pure. */
export function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  const decibels = 10 * Math.log10(power || 1e-12);
  return Math.min(1, Math.max(0, 1 - decibels / quietestDecibels));
}

export type Heard = 'nothing' | 'little' | 'well';

/** A voice near the microphone comes to a half and more; the hum of a room stays below a fifth. */
export function heardAt(level: number): Heard {
  if (level < 0.2) return 'nothing';
  return level < 0.45 ? 'little' : 'well';
}
