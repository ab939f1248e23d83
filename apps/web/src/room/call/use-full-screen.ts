import { useSyncExternalStore } from 'react';

/** Not on every phone. */
export function canBeFull(): boolean {
  return document.fullscreenEnabled === true;
}

/** Whether the page takes the whole screen, and how to turn that around. */
export function useFullScreen(): readonly [boolean, () => Promise<void>] {
  const isFull = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
  return [isFull, turn];
}

function subscribe(tell: () => void): () => void {
  document.addEventListener('fullscreenchange', tell);
  return () => document.removeEventListener('fullscreenchange', tell);
}

async function turn(): Promise<void> {
  // The whole document, so that questions are seen too. A browser that refuses leaves everything as it is.
  await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);
}
