import { describe, expect, it } from 'vitest';
import { roomBefore } from '../../messages/room-before.ts';
import { browserOf } from './browser.ts';
import { explainFailure } from './explain.ts';
import { type Failure, failureOf, failures, obstacleIn } from './failure.ts';

const agents = {
  iphone: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  iphoneChrome: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1',
  iphoneWhatsApp: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
  androidChrome: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
  androidFacebook: 'Mozilla/5.0 (Linux; Android 14; SM-A546B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.6778.39 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/490.0.0.63.82;]',
  windowsEdge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
  windowsFirefox: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0',
  macSafari: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
} as const;

function browser(of: keyof typeof agents, maxTouchPoints = 0) {
  return browserOf({ userAgent: agents[of], maxTouchPoints });
}

describe('the browser', () => {
  it.each([
    ['iphone', 'safari', 'ios'],
    ['iphoneChrome', 'chrome', 'ios'],
    ['iphoneWhatsApp', 'in-app', 'ios'],
    ['androidChrome', 'chrome', 'android'],
    ['androidFacebook', 'in-app', 'android'],
    ['windowsEdge', 'edge', 'windows'],
    ['windowsFirefox', 'firefox', 'windows'],
    ['macSafari', 'safari', 'mac'],
  ] as const)('of %s is %s on %s', (agent, name, system) => {
    expect(browser(agent)).toEqual({ name, system });
  });

  it('of an iPad that says it is a Mac is that of an iPad', () => {
    expect(browser('macSafari', 5)).toEqual({ name: 'safari', system: 'ios' });
  });
});

describe('why a camera cannot be used', () => {
  const chrome = browser('androidChrome');
  it.each<[string, string, PermissionState | null, Failure]>([
    ['NotAllowedError', 'Permission denied', 'denied', 'denied'],
    ['NotAllowedError', 'Permission denied', null, 'denied'],
    ['NotAllowedError', 'Permission dismissed', 'prompt', 'dismissed'],
    ['NotAllowedError', 'The request is not allowed by the user agent', 'prompt', 'dismissed'],
    ['NotAllowedError', 'Permission denied by system', 'granted', 'system'],
    ['NotFoundError', 'Requested device not found', null, 'none'],
    ['OverconstrainedError', '', null, 'none'],
    ['NotReadableError', 'Could not start video source', 'granted', 'busy'],
    ['AbortError', 'Starting videoinput failed', 'granted', 'busy'],
    ['TypeError', 'odd', null, 'unknown'],
  ])('%s "%s" with permission %s is: %s', (name, message, permission, expected) => {
    expect(failureOf(new DOMException(message, name), { permission, browser: chrome })).toBe(expected);
  });

  it('inside another app is the app, whatever the browser says', () => {
    expect(failureOf(new DOMException('', 'NotAllowedError'), { permission: null, browser: browser('androidFacebook') })).toBe('in-app');
  });

  it('is known before it is asked on a page that is not secure, in an old browser and in an app', () => {
    expect(obstacleIn({ isSecure: false, knowsMedia: false, browser: chrome })).toBe('insecure');
    expect(obstacleIn({ isSecure: true, knowsMedia: false, browser: chrome })).toBe('old');
    expect(obstacleIn({ isSecure: true, knowsMedia: false, browser: browser('iphoneWhatsApp') })).toBe('in-app');
    expect(obstacleIn({ isSecure: true, knowsMedia: true, browser: chrome })).toBeNull();
  });
});

describe('the explanation', () => {
  const texts = roomBefore.it.failure;

  it('of every failure has a title and something to do, for every browser', () => {
    for (const failure of failures) {
      for (const agent of Object.keys(agents) as (keyof typeof agents)[]) {
        for (const device of ['camera', 'microphone'] as const) {
          const { title, steps } = explainFailure(failure, device, browser(agent), texts);
          expect(title).not.toBe('');
          expect(steps.length).toBeGreaterThan(0);
        }
      }
    }
  });

  it('of a permission that was refused names the settings of that browser and system', () => {
    const steps = (agent: keyof typeof agents) => explainFailure('denied', 'microphone', browser(agent), texts).steps.join(' ');
    expect(steps('iphone')).toContain('Impostazioni');
    expect(steps('iphone')).toContain('Safari');
    expect(steps('iphoneChrome')).toContain('scendi fino a Chrome');
    expect(steps('androidChrome')).toContain('accanto all’indirizzo');
    expect(steps('windowsFirefox')).toContain('barra degli indirizzi');
    expect(steps('macSafari')).toContain('Impostazioni per questo sito web');
  });

  it('of a window inside an app says how to open the real browser', () => {
    expect(explainFailure('in-app', 'camera', browser('iphoneWhatsApp'), texts).steps.join(' ')).toContain('Safari');
    expect(explainFailure('in-app', 'camera', browser('androidFacebook'), texts).steps.join(' ')).toContain('Chrome');
  });
});
