import type { it, LightTexts } from './system-state.it.ts';

const installer = 'Ask who runs the installation';
const certificates: LightTexts['says'] = {
  'certificate-expired': (value) => ({ means: `The certificate of ${value('host')} has expired: browsers warn that the site is not safe.`, todo: `${installer} to renew it at once.` }),
  'certificate-self-signed': (value) => ({ means: `The certificate of ${value('host')} is self-signed: browsers do not trust it.`, todo: `${installer} to install a recognised one.` }),
  'certificate-other-name': (value) => ({ means: `The certificate of ${value('host')} is for another name.`, todo: `${installer} to install one for the right name.` }),
  'certificate-unknown-issuer': (value) => ({ means: `The certificate of ${value('host')} comes from no recognised authority, or part of its chain is missing.`, todo: `${installer} to check it.` }),
  'certificate-invalid': (value) => ({ means: `The certificate of ${value('host')} is not valid.`, todo: `${installer} to check it.` }),
};

const lights: Readonly<Record<string, LightTexts>> = {
  outbox: {
    says: {
      good: () => ({ means: 'Messages leave: none is stuck, and none was lost today.' }),
      stuck: (value) => ({ means: `Messages waiting: ${value('waiting')}. Nobody takes them: the first has waited since ${value('oldest_at')}.`, todo: 'See below whether processes and jobs work.' }),
      'wrong-password': (value) => ({ means: `Messages waiting: ${value('waiting')}. The mail server does not accept the password.`, todo: 'Correct the password: what waits leaves at once.' }),
      retried: (value) => ({ means: `Messages that have not left yet: ${value('retried')}. The mail server did not take them; they are tried again.`, todo: 'If it does not pass, check the mail server.' }),
      failed: (value) => ({ means: `Messages that were not delivered today: ${value('failed_today')}. People to call: ${value('to_call')}.`, todo: 'Whom no message reached stands on the page of today, among those to call.' }),
      'to-call': (value) => ({ means: `People whom a message did not reach: ${value('to_call')}.`, todo: 'Call them: they are on the page of today.' }),
    },
  },
  mail: {
    says: {
      demo: () => ({ means: 'This is a demonstration: e-mails stay in its mailbox.' }),
      none: () => ({ means: 'No mail server is set: e-mails reach nobody.', todo: 'Set the mail server.' }),
      good: (value) => ({ means: `${value('host')} lets us in.` }),
      ends: (value) => ({ means: `The certificate of ${value('host')} ends in ${value('days')} days.`, todo: 'Tell who runs the mail server.' }),
      fails: (value) => ({ means: `${value('host')} does not work now. ${value('failure')}`, todo: 'Open the page of the mail server and try it.' }),
    },
  },
  video: {
    says: {
      own: () => ({ means: 'The desk’s own room is used, which needs nobody.' }),
      good: () => ({ means: 'The service for video calls answers.' }),
      failing: (value) => ({ means: `The service does not answer; it did last: ${value('good_at')}. People meet in the desk’s own room meanwhile.`, todo: 'Try the connection.' }),
      'to-connect': () => ({ means: 'The service that was chosen is not connected yet. People meet in the desk’s own room meanwhile.', todo: 'Finish the connection.' }),
      'to-reconnect': () => ({ means: 'The service does not know us any more. People meet in the desk’s own room meanwhile.', todo: 'Connect the account again.' }),
    },
  },
  calendars: {
    says: {
      none: () => ({ means: 'No calendar follows one elsewhere.' }),
      good: (value) => ({ means: `Calendars read elsewhere: ${value('all')}.` }),
      failing: (value) => ({ means: `Calendars that cannot be read: ${value('failing')} of ${value('all')}. What was read last still counts.`, todo: 'Whoever uses the calendar should check the address on its page “Connections”.' }),
    },
  },
  scanner: {
    says: {
      none: () => ({ means: 'No scanner looks at the papers that arrive.', todo: `${installer} to set one (CLAMD), if the union wants it.` }),
      good: () => ({ means: 'The scanner answers and looks at every paper.' }),
      down: () => ({ means: 'The scanner does not answer: no paper is accepted until it does.', todo: `${installer} to start it again.` }),
    },
  },
  systems: {
    says: {
      none: () => ({ means: 'No other system is told what happens.' }),
      good: (value) => ({ means: `Other systems that are told: ${value('all')}. All of them answer.` }),
      failing: (value) => ({ means: `“${value('name')}” does not take what it is told; it is tried for three days.`, todo: 'Tell whoever runs that system.' }),
      off: (value) => ({ means: `“${value('name')}” took nothing for three days, and is not told any more.`, todo: 'Switch it on again when it works.' }),
    },
  },
  'api-keys': {
    says: {
      none: () => ({ means: 'No other system reads with a key.' }),
      good: (value) => ({ means: `Keys in force: ${value('all')}. None ends within two weeks.` }),
      ending: (value) => ({ means: `The key “${value('name')}” ends in ${value('days')} days, on ${value('until_at')}.`, todo: 'Make a new one for whoever runs the system: after that the old one opens nothing.' }),
      ended: (value) => ({ means: `The key “${value('name')}” ended on ${value('until_at')}, and a system used it until a few days ago: now it reads nothing.`, todo: 'Make a new key for whoever runs the system. If nobody needs it, revoke the one that ended.' }),
      orphaned: (value) => ({ means: `The key “${value('name')}” opens nothing any more: whoever made it no longer has the role for it. A system used it until a few days ago.`, todo: 'Make a new key for whoever runs the system. If nobody needs it, revoke the former one.' }),
    },
  },
  backup: {
    says: {
      none: () => ({ means: 'There has never been a backup.', todo: `${installer} to set that of each night (BACKUP_DIR).` }),
      good: (value) => ({ means: `The last backup, which was tried, is of ${value('made_at')}.` }),
      old: (value) => ({ means: `The last backup is of ${value('made_at')}: it is old.`, todo: `${installer} to make one, and to set that of each night (BACKUP_DIR).` }),
      failed: (value) => ({ means: `The backup of the last night did not work. The last good one: ${value('made_at')}.`, todo: `${installer} to look at the space and at the log of the program.` }),
    },
  },
  processes: {
    says: {
      none: () => ({ means: 'No process has given a sign of life yet.', todo: 'Wait a minute and check again.' }),
      good: (value) => ({ means: `Processes that live: ${value('alive')}. None ended by itself.` }),
      died: (value) => ({ means: `A process ended without a word; its last sign of life: ${value('seen_at')}.`, todo: `The others do its work. ${installer} to find out why.` }),
      'worker-died': (value) => ({ means: `The process that sends messages ended without a word; its last sign of life: ${value('seen_at')}. Nobody does its work.`, todo: `${installer} to start it again. Bookings go on, messages wait.` }),
      'no-worker': () => ({ means: 'No process sends messages.', todo: `${installer} to start one with ROLE=worker or ROLE=all.` }),
    },
  },
  jobs: {
    says: {
      none: () => ({ means: 'No job has told how it goes yet.', todo: 'Wait a minute and check again.' }),
      good: (value) => ({ means: `Jobs: ${value('jobs')}. None is in trouble.` }),
      failing: (value) => ({ means: `Jobs that do not come to their end: ${value('jobs')}. Such as: ${value('first')}.`, todo: `They are tried again. If it does not pass: ${installer.toLowerCase()} to look into the program’s log.` }),
    },
  },
  database: {
    says: {
      good: (value) => ({ means: `${value('kind')}, ${value('size_bytes')}, answers in ${value('answered_milliseconds')} milliseconds.` }),
      slow: (value) => ({ means: `${value('kind')} answers slowly: ${value('answered_milliseconds')} milliseconds.`, todo: `${installer} to check load and disk.` }),
      newer: () => ({ means: 'The database is of a newer version than this program.', todo: `${installer} to update every process.` }),
    },
  },
  disk: {
    says: {
      none: () => ({ means: 'Nothing is written on this machine.' }),
      good: (value) => ({ means: `${value('free_bytes')} free of ${value('total_bytes')}.` }),
      full: (value) => ({ means: `Only ${value('free_bytes')} free of ${value('total_bytes')}; at least ${value('wanted_bytes')} are needed. With a full disk nobody can book.`, todo: `${installer} to make room or to enlarge the disk.` }),
    },
  },
  certificate: {
    says: {
      'this-machine': () => ({ means: 'The site is open on this machine alone: it needs no certificate.' }),
      'not-encrypted': (value) => ({ means: `The public address ${value('host')} is not encrypted (http): people’s data travel in the clear.`, todo: `${installer} to go over to https.` }),
      unreachable: (value) => ({ means: `${value('host')} cannot be reached from here, so its certificate cannot be looked at. It may work from outside all the same.`, todo: 'Open the site from a phone outside the office’s network.' }),
      good: (value) => ({ means: `It holds until ${value('until_at')}, ${value('days')} more days.` }),
      ends: (value) => ({ means: `It ends in ${value('days')} days, on ${value('until_at')}. Usually it renews itself long before.`, todo: `${installer} why it did not.` }),
      ...certificates,
    },
  },
  clocks: {
    says: {
      none: () => ({ means: 'No process has compared its clock yet.' }),
      good: () => ({ means: 'The clocks of the machines and of the database go together.' }),
      skewed: (value) => ({ means: `The clock of ${value('machine')} differs from the database’s by ${value('seconds')} seconds.`, todo: `${installer} to synchronise the time (NTP).` }),
    },
  },
  keys: {
    says: {
      good: () => ({ means: 'The keys are the same everywhere and open all that is encrypted.' }),
      differ: () => ({ means: 'The processes do not have the same keys: links of one do not work at the other.', todo: `${installer} to give all of them the same LINK_KEY and SECRETS_KEY.` }),
      unopened: (value) => ({ means: `Secrets that the present keys do not open: ${value('unopened')}.`, todo: `${installer} to put the former key back into SECRETS_KEY, or enter the passwords again.` }),
      guessable: () => ({ means: 'A key was not drawn by chance: somebody may guess it.', todo: `${installer} to make a new one with “openssl rand”.` }),
    },
  },
  version: {
    says: {
      good: (value) => ({ means: `${value('version')}, the same in every process.` }),
      differ: (value) => ({ means: `The processes have different versions: ${value('versions')}.`, todo: `During an update this is normal for some minutes. If it stays: ${installer.toLowerCase()} to update the others too.` }),
    },
  },
};

const jobs: Readonly<Record<string, string>> = {
  watch: 'Look at the state of the system',
  backup: 'Make the backup of the night',
  keys: 'Warn of keys that end',
  webhooks: 'Tell other systems',
  retention: 'Take away what is over',
  outbox: 'Send messages',
  housekeeping: 'Tidy up',
  trail: 'Seal the trail',
  people: 'Make people findable',
  calendars: 'Read connected calendars',
  meetings: 'Prepare meetings by video',
  papers: 'Take away papers without an owner',
  samples: 'Measure free times',
  notices: 'Tell the staff',
};

export const en: typeof it = {
  section: 'System state',
  title: 'System state',
  lead: 'Whether everything works that the desk stands on, and what to do where it does not.',
  overview: 'Messages, jobs, database, disk, certificates.',
  states: { good: 'In order', attention: 'To look at', bad: 'Not working', unknown: 'Not known', off: 'Not in use' },
  summary: {
    good: 'Everything in order',
    attention: (count) => (count === 1 ? '1 thing to look at' : `${count} things to look at`),
    bad: (count) => (count === 1 ? '1 thing does not work' : `${count} things do not work`),
  },
  announce: (text) => `System state: ${text}.`,
  checkedAt: (moment) => `Looked at on ${moment}. The page reads itself again every 30 seconds.`,
  checking: 'Some checks are still under way.',
  check: 'Check now',
  checkingNow: 'Checking…',
  since: (moment) => `Since ${moment}`,
  todo: 'What to do:',
  open: { mail: 'Go to the mail server', video: 'Go to video calls', outbox: 'Go to the page of today', calendars: 'Go to the calendars', systems: 'Go to other systems' },
  notFoundOut: 'The check failed or took too long.',
  notYet: 'Nobody has looked yet: the result comes in a moment.',
  newLight: 'This page does not know this result yet.',
  lights,
  kinds: { sqlite: 'SQLite', pg: 'PostgreSQL' },
  never: 'never',
  details: 'Processes and jobs',
  processes: {
    caption: 'Processes',
    role: 'What it does',
    roles: { all: 'Everything', web: 'Answers the site', worker: 'Works in the background' },
    machine: 'Machine',
    version: 'Version',
    started: 'Started',
    seen: 'Last sign of life',
    state: 'State',
    states: { alive: 'Lives', died: 'Ended' },
    answering: 'it answers you',
    none: 'No process has given a sign of life yet.',
  },
  jobs: {
    caption: 'Jobs in the background',
    name: 'Job',
    state: 'State',
    states: { good: 'In order', failing: 'Fails', late: 'Late', never: 'Not ended yet' },
    lastGood: 'Ended well last',
    names: jobs,
    none: 'No job has told how it goes yet.',
  },
  mark: { open: 'See the system state' },
};
