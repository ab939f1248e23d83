import type { Finding, Verdict } from './verify.ts';

/** What `sportello audit verify` prints: one line a finding, then what was looked at. */
export function verdictText({ findings, findingsCount, sealed, erased, waiting, newest }: Verdict): string {
  const lines = [
    findingsCount === 0 ? 'The trail is whole.' : 'The trail was tampered with:',
    ...findings.map((finding) => `  - ${findingText(finding)}`),
    ...(findingsCount > findings.length ? [`  ... and ${findingsCount - findings.length} more`] : []),
    `Sealed entries: ${sealed}. Values erased: ${erased} (by wish or by age, which is no tampering). Waiting for their seal: ${waiting}.`,
    newest ? `Newest seal: ${newest.number}:${newest.digest} of ${instant(newest.sealedAt)}` : 'There is no seal yet.',
  ];
  return `${lines.join('\n')}\n`;
}

function findingText(finding: Finding): string {
  switch (finding.kind) {
    case 'links-missing':
      return `Seals ${finding.from} to ${finding.to} are missing.`;
    case 'entry-missing':
      return `Entry ${finding.entryId} (seal ${finding.number}) was deleted.`;
    case 'entry-altered':
      return `Entry ${finding.entryId} does not match seal ${finding.number}: the entry, this seal or the one before was altered.`;
    case 'entry-backdated':
      return `Entry ${finding.entryId} (seal ${finding.number}) says ${instant(finding.at)}, but later entries were sealed before it: it was inserted afterwards, or the clock was set back.`;
    case 'entry-unsealed':
      return `Entry ${finding.entryId} of ${instant(finding.at)} has no seal: it was inserted past the product, its seal was deleted, or nothing has sealed since (is the server running?).`;
    case 'values-altered':
      return `The values of entry ${finding.entryId} were altered.`;
    case 'values-swapped':
      return `Entry ${finding.entryId} has the values of entry ${finding.belongTo}.`;
    case 'values-without-entry':
      return `There are values of entry ${finding.entryId}, which was deleted.`;
    case 'chain-cut':
      return `Seal ${finding.noted} was written down, but the chain ends with ${finding.newest}: its end was cut off.`;
    case 'seal-differs':
      return `Seal ${finding.noted} is not the one that was written down: the chain was made anew.`;
  }
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
