/** The messages to somebody of the staff about their account; the word in the column `message` of the outbox. */
export const staffLinkMessages = ['staff-invitation', 'staff-reset'] as const;
export const staffNotices = ['staff-password-changed', 'staff-second-factor-removed', 'staff-recovery-code-used', 'staff-video-to-reconnect', 'staff-api-key-ending', 'staff-webhook-given-up', 'staff-webhook-off'] as const;

/** Carries a link, and is of no use without. */
export type StaffLinkMessage = (typeof staffLinkMessages)[number];
/** Tells of what happened to the account, so that its owner notices what they did not do; the last four, of what an administrator has to mend. */
export type StaffNotice = (typeof staffNotices)[number];
export type StaffMessageName = StaffLinkMessage | StaffNotice;

export function isStaffMessageName(text: string): text is StaffMessageName {
  return [...staffLinkMessages, ...staffNotices].some((name) => name === text);
}
