/** Whether this browser can show a screen: those of phones cannot, whatever they say of themselves. */
export function canShareScreen({ mediaDevices, maxTouchPoints, userAgent }: Pick<Navigator, 'mediaDevices' | 'maxTouchPoints' | 'userAgent'>): boolean {
  const isHandheld = /Android|iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  return !isHandheld && typeof mediaDevices?.getDisplayMedia === 'function';
}
