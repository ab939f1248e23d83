/** One kind of device: the wish, with the id of the one that was chosen as `exact`. */
type Wish = { readonly audio: MediaTrackConstraints } | { readonly video: MediaTrackConstraints };

/**
 * Opens the very device that was chosen; where that is gone, whichever there is. A mere wish for it (`ideal`) would weigh
 * no more than the size of the picture, and another camera than the chosen one could win.
 */
export async function openChosen(wish: Wish): Promise<MediaStream> {
  const { mediaDevices } = navigator;
  try {
    return await mediaDevices.getUserMedia(wish);
  } catch (error) {
    const other = withoutChoice(wish);
    if (!isGone(error) || !other) throw error;
    return mediaDevices.getUserMedia(other);
  }
}

/** For the constraints of a track; nothing was chosen: nothing is insisted on. */
export function chosen(id: string | undefined): Pick<MediaTrackConstraints, 'deviceId'> {
  return id ? { deviceId: { exact: id } } : {};
}

function withoutChoice(wish: Wish): Wish | null {
  const { deviceId, ...rest } = 'audio' in wish ? wish.audio : wish.video;
  if (!deviceId) return null;
  return 'audio' in wish ? { audio: rest } : { video: rest };
}

/** Browsers say it in two ways. */
function isGone(error: unknown): boolean {
  const { name } = (error ?? {}) as Partial<Error>;
  return name === 'OverconstrainedError' || name === 'NotFoundError';
}
