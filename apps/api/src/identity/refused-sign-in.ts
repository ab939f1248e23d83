import type { Proof } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import { recordAudit } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';

/**
 * Notes in the trail that somebody did not get in: with which proof, and whose account it was, where there is one. Nobody
 * showed who they are, so what was typed stays out: it is often the password in the wrong field.
 */
export async function recordRefusedSignIn({ database, clock }: { database: Database; clock: Clock }, { ip }: Pick<FastifyRequest, 'ip'>, { staffId, proof }: { staffId: string | null; proof: Proof }): Promise<void> {
  const refused = { action: 'sign-in-refused', object: { kind: 'member', id: staffId }, after: { proof } } as const;
  await database.write((tx) => recordAudit(tx, database.tables, { kind: 'citizen', address: ip }, refused, clock.now()));
}
