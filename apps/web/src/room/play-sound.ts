// Sounds are made here and no file travels: soft, short, and never sudden.

const loudest = 0.25;

interface Note {
  readonly hertz: number;
  readonly atSeconds: number;
  readonly forSeconds: number;
}

/** A small tune, long enough to look for the volume. */
const tune: readonly Note[] = [523, 659, 784, 659, 784, 1047].map((hertz, place) => ({ hertz, atSeconds: place * 0.4, forSeconds: 0.5 }));
const welcome: readonly Note[] = [
  { hertz: 587, atSeconds: 0, forSeconds: 0.5 },
  { hertz: 784, atSeconds: 0.25, forSeconds: 0.9 },
];
const bell: readonly Note[] = [
  { hertz: 880, atSeconds: 0, forSeconds: 0.4 },
  { hertz: 698, atSeconds: 0.3, forSeconds: 0.6 },
];

/** For trying the speakers; resolves when it is over. */
export function playTune(speakerId?: string): Promise<void> {
  return play(tune, speakerId);
}

/** Somebody may come in now. */
export function playWelcome(speakerId?: string): Promise<void> {
  return play(welcome, speakerId);
}

/** At the desk: somebody has come to wait. */
export function playBell(): Promise<void> {
  return play(bell);
}

/** Where the browser lets no page sound without a press, nothing is heard and nothing breaks. */
async function play(notes: readonly Note[], speakerId?: string): Promise<void> {
  if (typeof AudioContext === 'undefined') return;
  const sound = new AudioContext();
  try {
    await chooseSpeaker(sound, speakerId);
    await Promise.race([sound.resume(), pause(0.5)]);
    for (const note of notes) ring(sound, note);
    await pause(Math.max(...notes.map(({ atSeconds, forSeconds }) => atSeconds + forSeconds)) + 0.1);
  } finally {
    await sound.close().catch(() => undefined);
  }
}

/** Only some browsers let a page choose. */
async function chooseSpeaker(sound: AudioContext & { setSinkId?: (id: string) => Promise<void> }, id: string | undefined): Promise<void> {
  if (id) await sound.setSinkId?.(id).catch(() => undefined);
}

function ring(sound: AudioContext, { hertz, atSeconds, forSeconds }: Note): void {
  const tone = sound.createOscillator();
  const volume = sound.createGain();
  const begins = sound.currentTime + atSeconds;
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0.0001, begins);
  volume.gain.exponentialRampToValueAtTime(loudest, begins + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.0001, begins + forSeconds);
  tone.connect(volume).connect(sound.destination);
  tone.start(begins);
  tone.stop(begins + forSeconds);
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
