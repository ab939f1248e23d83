// Which Node may do what. Two bars: the one that can bring another Node, and the one the project itself runs on.
import { expected } from './expected.mjs';

export const BOOT_NODE = '20.19.0';

export function parseVersion(text) {
  const match = /^v?(\d+)\.(\d+)\.(\d+)/.exec(text);
  if (!match) throw new Error(`Not a version: ${text}`);
  return match.slice(1).map(Number);
}

export function isAtLeast(version, minimum) {
  const [have, need] = [parseVersion(version), parseVersion(minimum)];
  const differs = have.findIndex((part, position) => part !== need[position]);
  return differs === -1 || have[differs] > need[differs];
}

// 22.22 strips types and is supported by every native package; 23 was never a long-term release and lacks both.
export function canRunProject(version) {
  const [major] = parseVersion(version);
  return major === 22 ? isAtLeast(version, '22.22.0') : major >= 24;
}

export function assertCanBoot(version) {
  if (isAtLeast(version, BOOT_NODE)) return;
  throw expected(`This is Node ${version}. Sportello Virtuale needs Node ${BOOT_NODE} or newer to start (it then brings its own Node 24).`);
}
