import { converse } from '../../notifications/mail-server/converse.ts';
import { certificateState, type Finding, type LightCheck, type LightDeps, slow } from './light.ts';

/** The mail server: whether it lets us in, and how long its certificate holds. No mail is sent for this. */
export const mailLight: LightCheck = {
  name: 'mail',
  ...slow,
  async look({ mail, clock }: LightDeps): Promise<Finding> {
    const now = await mail.current();
    if (now.by === 'demo') return { state: 'off', says: 'demo' };
    if (now.by === 'none') return { state: 'bad', says: 'none' };
    const { works, steps, certificateUntil } = await converse(now.route, null, { timeoutMs: 5_000, totalMs: 15_000 });
    const failed = steps.find(({ state }) => state === 'failed');
    const values = { host: now.route.host, revision: now.revision, failure: failed?.failure ?? null, days: null, until_at: null };
    if (!works) return { state: 'bad', says: 'fails', values };
    if (certificateUntil === null) return { state: 'good', says: 'good', values };
    const { state, days } = certificateState(certificateUntil, clock.now());
    return { state, says: state === 'good' ? 'good' : 'ends', values: { ...values, days, until_at: certificateUntil } };
  },
};
