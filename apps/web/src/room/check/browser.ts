/** Which program shows the page, and on what, as far as advice differs. `in-app`: the window inside another app, where cameras seldom work. */
export const browserNames = ['safari', 'chrome', 'firefox', 'edge', 'in-app', 'other'] as const;
export type BrowserName = (typeof browserNames)[number];
export type SystemName = 'ios' | 'android' | 'windows' | 'mac' | 'other';

export interface BrowserKind {
  readonly name: BrowserName;
  readonly system: SystemName;
}

export interface SaidOfBrowser {
  readonly userAgent: string;
  /** An iPad says that it is a Mac; no Mac is touched. */
  readonly maxTouchPoints: number;
}

export function browserOf({ userAgent, maxTouchPoints }: SaidOfBrowser): BrowserKind {
  const system = systemOf(userAgent, maxTouchPoints);
  return { system, name: nameOf(userAgent, system) };
}

function systemOf(userAgent: string, maxTouchPoints: number): SystemName {
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ios';
  if (/Android/.test(userAgent)) return 'android';
  if (/Windows/.test(userAgent)) return 'windows';
  return /Macintosh|Mac OS X/.test(userAgent) ? 'mac' : 'other';
}

const apps = /FBAN|FBAV|FB_IAB|Instagram|WhatsApp|Line\/|Telegram|Snapchat|TikTok|musical_ly|Twitter|LinkedInApp|GSA\/|; wv\)/;

function nameOf(userAgent: string, system: SystemName): BrowserName {
  if (apps.test(userAgent)) return 'in-app';
  if (/Edg(e|A|iOS)?\//.test(userAgent)) return 'edge';
  if (/Firefox\/|FxiOS\//.test(userAgent)) return 'firefox';
  if (/CriOS\/|Chrome\/|Chromium\//.test(userAgent)) return 'chrome';
  if (/Safari\//.test(userAgent)) return 'safari';
  // On an iPhone every browser says Safari; a window inside an app does not.
  return system === 'ios' ? 'in-app' : 'other';
}
