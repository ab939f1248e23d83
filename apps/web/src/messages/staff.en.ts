import type { it } from './staff.it.ts';

export const en: typeof it = {
  title: (page, area) => `${page} - ${area} - Virtual desk`,
  areas: { desk: 'Desk', union: 'Union' },
  header: {
    navigation: 'Staff navigation',
    menu: 'My account',
    profile: 'Profile and security',
    signOut: 'Sign out',
    citizens: 'Citizens’ site',
  },
  footer: { label: 'Virtual desk, staff area', privacy: 'Privacy notice', accessibility: 'Accessibility and help' },
  roles: { operator: 'Operator', manager: 'Manager', admin: 'Administrator', auditor: 'Auditor' },
  password: { show: 'Show', hide: 'Hide', showLong: 'Show the password', hideLong: 'Hide the password' },
  copy: { copy: 'Copy', copied: 'Copied to the clipboard.', failed: 'Copying did not work: select the text and copy it by hand.' },
  save: 'Save',
  cancel: 'Cancel',
  back: 'Back',
  unsaved: 'You typed something that has not been saved. Leave the page and lose it?',
  wait: {
    seconds: (count) => (count === 1 ? 'Too many attempts: you can try again in one second.' : `Too many attempts: you can try again in ${count} seconds.`),
    minutes: (count) => (count === 1 ? 'Too many attempts: you can try again in one minute.' : `Too many attempts: you can try again in ${count} minutes.`),
  },
  trouble: {
    toDesk: 'Back to the desk',
    toSignIn: 'Go to the sign-in page',
    missing: { title: 'We cannot find it', text: 'What you are looking for does not exist, or does not belong to the offices entrusted to you.' },
    refused: { title: 'You cannot open this page', text: 'Your role does not allow it. If you need it, ask an administrator.' },
  },
  again: {
    overTitle: 'The session is over',
    over: 'You were signed out for safety. Sign in again: what you typed is still here.',
    freshTitle: 'Confirm that it is you',
    fresh: 'This needs a sign-in of less than ten minutes ago. Sign in again and we go on from where you were.',
    as: (name) => `Sign in as ${name}`,
    cancelled: 'You did not sign in. What you typed is still here, but it is not saved.',
    open: 'Sign in',
    signedIn: 'You are signed in: you can go on.',
  },
  idle: {
    title: 'Are you still there?',
    text: (time) => `Nothing has happened for a while: at ${time} you will be signed out for safety.`,
    stay: 'Stay signed in',
    stayed: 'You are still signed in.',
  },
};
