import type { it } from '../../messages/room-before.it.ts';
import type { BrowserKind } from './browser.ts';
import type { Failure } from './failure.ts';

export type Device = 'camera' | 'microphone';
type Texts = typeof it.failure;

export interface Explanation {
  readonly title: string;
  /** What to do, one after the other. */
  readonly steps: readonly string[];
}

/** Why a device cannot be used and what to do about it, in this browser on this system. */
export function explainFailure(failure: Failure, device: Device, browser: BrowserKind, texts: Texts): Explanation {
  return { title: texts.title[failure][device], steps: stepsOf(failure, device, browser, texts) };
}

function stepsOf(failure: Failure, device: Device, browser: BrowserKind, { steps }: Texts): readonly string[] {
  switch (failure) {
    case 'denied':
      return deniedSteps(browser, steps);
    case 'dismissed':
      return steps.dismissed;
    case 'system':
      return systemSteps(browser, steps);
    case 'none':
      return steps.none[device];
    case 'busy':
      return steps.busy;
    case 'insecure':
      return steps.insecure;
    case 'old':
      return browser.system === 'ios' ? steps.oldIos : steps.old;
    case 'in-app':
      return browser.system === 'ios' ? steps.inAppIos : steps.inApp;
    case 'unknown':
      return steps.unknown;
    default:
      return failure satisfies never;
  }
}

/** Where the permission is given back differs by browser, and on an iPhone lies in the settings of the phone. */
function deniedSteps({ name, system }: BrowserKind, { denied }: Texts['steps']): readonly string[] {
  if (system === 'ios') return name === 'safari' ? denied.safariIos : denied.iosOf(appNames[name] ?? denied.theBrowser);
  if (name === 'safari') return denied.safariMac;
  if (name === 'firefox') return system === 'android' ? denied.firefoxAndroid : denied.firefox;
  if (system === 'android') return denied.chromeAndroid;
  return name === 'chrome' || name === 'edge' ? denied.chrome : denied.other;
}

/** As the settings of an iPhone list them. */
const appNames: Readonly<Partial<Record<BrowserKind['name'], string>>> = { chrome: 'Chrome', firefox: 'Firefox', edge: 'Edge' };

function systemSteps({ system }: BrowserKind, { system: steps }: Texts['steps']): readonly string[] {
  return system === 'windows' || system === 'mac' || system === 'android' || system === 'ios' ? steps[system] : steps.other;
}
