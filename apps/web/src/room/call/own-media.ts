import { type DeviceChoices, keepDeviceChoices } from '../device-choices.ts';
import type { Devices, OwnSending } from '../connection/room-state.ts';
import { chosen, openChosen } from '../open-chosen.ts';
import type { SentTracks } from './peer.ts';

/** `none`: there is no such device, or it may not be used. */
export type Part = 'on' | 'off' | 'none';
export type Trouble = 'camera' | 'microphone' | 'screen';

export interface OwnView {
  readonly microphone: Part;
  readonly camera: Part;
  readonly isSharing: boolean;
  /** A change is under way. */
  readonly isBusy: boolean;
  /** What could not be opened when the person last wanted it. */
  readonly trouble: Trouble | null;
  /** One's own picture, and what one shows. */
  readonly picture: MediaStream | null;
  readonly screen: MediaStream | null;
  readonly choices: DeviceChoices;
}

const voice = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const picture = { width: { ideal: 960 }, height: { ideal: 540 }, frameRate: { ideal: 20, max: 30 }, facingMode: 'user' };
const screenWish = { video: { frameRate: { ideal: 8, max: 15 } }, audio: false };

/** Camera, microphone and screen of this person: opened, turned on and off, and given back to the system when not used. */
export class OwnMedia {
  #microphone: MediaStreamTrack | null = null;
  #camera: MediaStreamTrack | null = null;
  #screen: MediaStreamTrack | null = null;
  /** Whether the person wants to be heard and seen, be it possible or not. */
  #isMuted: boolean;
  #choices: DeviceChoices;
  #trouble: Trouble | null = null;
  #isBusy = false;
  #isClosed = true;
  #known = { microphone: true, camera: true };
  #view: OwnView;
  readonly #listeners = new Set<() => void>();

  constructor(choices: DeviceChoices) {
    this.#choices = choices;
    this.#isMuted = !choices.microphone;
    this.#view = this.#look();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): OwnView => this.#view;

  get sent(): SentTracks {
    return { audio: this.#microphone, camera: this.#camera, screen: this.#screen };
  }

  get sending(): OwnSending {
    return { microphone: this.#microphone !== null && !this.#isMuted, camera: this.#camera !== null, screen: this.#screen !== null };
  }

  get devices(): Devices {
    return { has_camera: this.#known.camera, has_microphone: this.#known.microphone };
  }

  /** As the person chose before. One question of the browser for both, and each alone where they cannot be had together. */
  async open(): Promise<void> {
    this.#isClosed = false;
    const { camera, microphone } = this.#choices;
    const both = camera && microphone ? await orNone(navigator.mediaDevices?.getUserMedia({ audio: this.#voiceWish(), video: this.#pictureWish() })) : null;
    const heard = both ?? (microphone ? await orNone(openChosen({ audio: this.#voiceWish() })) : null);
    const seen = both ?? (camera ? await orNone(openChosen({ video: this.#pictureWish() })) : null);
    this.#useMicrophone(heard?.getAudioTracks()[0] ?? null);
    this.#useCamera(seen?.getVideoTracks()[0] ?? null);
    this.#known = { microphone: !microphone || heard !== null, camera: !camera || seen !== null };
    this.#show();
  }

  /** Gives everything back: the lights go out. */
  close(): void {
    this.#isClosed = true;
    for (const track of [this.#microphone, this.#camera, this.#screen]) stop(track);
    this.#microphone = this.#camera = this.#screen = null;
    this.#show();
  }

  /** Muted is muted at once, and the microphone stays open for the next word. */
  async turnMicrophone(): Promise<void> {
    if (this.#microphone) {
      this.#isMuted = !this.#isMuted;
      this.#microphone.enabled = !this.#isMuted;
      return this.#keep({ microphone: !this.#isMuted });
    }
    this.#isMuted = false;
    await this.#change('microphone', async () => this.#openMicrophone());
    this.#keep({ microphone: true });
  }

  /** Off gives the camera back, so that its light goes out. */
  async turnCamera(): Promise<void> {
    if (this.#camera) {
      this.#useCamera(null);
      return this.#keep({ camera: false });
    }
    await this.#change('camera', async () => this.#openCamera());
    this.#keep({ camera: true });
  }

  async chooseMicrophone(id: string): Promise<void> {
    this.#keep({ microphoneId: id });
    if (this.#microphone) await this.#change('microphone', async () => this.#openMicrophone());
  }

  async chooseCamera(id: string): Promise<void> {
    this.#keep({ cameraId: id });
    if (!this.#camera) return;
    this.#useCamera(null); // some systems open one camera at a time
    await this.#change('camera', async () => this.#openCamera());
  }

  chooseSpeaker(id: string): void {
    this.#keep({ speakerId: id });
  }

  /** A screen, a window or a page of the browser: the person chooses in the browser's own question. */
  async turnScreen(): Promise<void> {
    if (this.#screen) return this.#useScreen(null);
    await this.#change('screen', async () => {
      const shown = await navigator.mediaDevices.getDisplayMedia(screenWish).catch((error: unknown) => {
        // Changing one's mind in the browser's question is no trouble.
        if (error instanceof DOMException && error.name === 'NotAllowedError') return null;
        throw error;
      });
      this.#useScreen(shown?.getVideoTracks()[0] ?? null);
    });
  }

  forgetTrouble(): void {
    this.#trouble = null;
    this.#show();
  }

  async #openMicrophone(): Promise<void> {
    const opened = await openChosen({ audio: this.#voiceWish() });
    this.#useMicrophone(opened.getAudioTracks()[0] ?? null);
    this.#known = { ...this.#known, microphone: true };
  }

  async #openCamera(): Promise<void> {
    const opened = await openChosen({ video: this.#pictureWish() });
    this.#useCamera(opened.getVideoTracks()[0] ?? null);
    this.#known = { ...this.#known, camera: true };
  }

  async #change(part: Trouble, work: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#trouble = null;
    this.#show();
    await work().catch(() => {
      this.#trouble = part;
    });
    this.#isBusy = false;
    this.#show();
  }

  #useMicrophone(track: MediaStreamTrack | null): void {
    stop(this.#microphone);
    this.#microphone = this.#orStopped(track);
    if (!track) return;
    track.enabled = !this.#isMuted;
    track.onended = () => this.#lose('microphone', track);
  }

  #useCamera(track: MediaStreamTrack | null): void {
    stop(this.#camera);
    this.#camera = this.#orStopped(track);
    if (!track) return;
    track.contentHint = 'motion';
    track.onended = () => this.#lose('camera', track);
  }

  #useScreen(track: MediaStreamTrack | null): void {
    stop(this.#screen);
    this.#screen = this.#orStopped(track);
    if (track) {
      track.contentHint = 'detail'; // letters matter more than movement
      // The browser's own bar has a button to end it.
      track.onended = () => this.#useScreen(null);
    }
    this.#show();
  }

  /** A cable was pulled, or the system took the device away: what is left is used, if there is something. */
  #lose(part: 'camera' | 'microphone', track: MediaStreamTrack): void {
    if (track !== this.#camera && track !== this.#microphone) return;
    const reopen = part === 'camera' ? () => this.#openCamera() : () => this.#openMicrophone();
    if (part === 'camera') this.#camera = null;
    else this.#microphone = null;
    this.#choices = { ...this.#choices, ...(part === 'camera' ? { cameraId: undefined } : { microphoneId: undefined }) };
    void this.#change(part, reopen);
  }

  /** The person left while the browser was still asking. */
  #orStopped(track: MediaStreamTrack | null): MediaStreamTrack | null {
    if (!this.#isClosed) return track;
    stop(track);
    return null;
  }

  #keep(change: Partial<DeviceChoices>): void {
    this.#choices = { ...this.#choices, ...change };
    keepDeviceChoices(change);
    this.#show();
  }

  #voiceWish(): MediaTrackConstraints {
    return { ...voice, ...chosen(this.#choices.microphoneId) };
  }

  #pictureWish(): MediaTrackConstraints {
    return { ...picture, ...chosen(this.#choices.cameraId) };
  }

  #look(): OwnView {
    const microphone = this.#microphone ? (this.#isMuted ? 'off' : 'on') : this.#isMuted ? 'off' : 'none';
    const camera = this.#camera ? 'on' : this.#choices.camera ? 'none' : 'off';
    return {
      microphone,
      camera,
      isSharing: this.#screen !== null,
      isBusy: this.#isBusy,
      trouble: this.#trouble,
      picture: streamOf(this.#camera, this.#view?.picture),
      screen: streamOf(this.#screen, this.#view?.screen),
      choices: this.#choices,
    };
  }

  #show(): void {
    this.#view = this.#look();
    this.#listeners.forEach((listener) => listener());
  }
}

/** The same stream as before while it holds the same track: an element that shows it goes on without a gap. */
function streamOf(track: MediaStreamTrack | null, before: MediaStream | null | undefined): MediaStream | null {
  if (!track) return null;
  return before?.getVideoTracks()[0] === track ? before : new MediaStream([track]);
}

/** Where there is no secure page, browsers have no devices at all. */
async function orNone(opening: Promise<MediaStream> | undefined): Promise<MediaStream | null> {
  return opening?.catch(() => null) ?? null;
}

function stop(track: MediaStreamTrack | null): void {
  if (!track) return;
  track.onended = null;
  track.stop();
}
