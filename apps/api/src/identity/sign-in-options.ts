import { showSignInOptions, type SignInOptions } from '@sportello/contract';
import { and, eq } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import type { Database } from '../database/database.ts';
import { demoPassword, demoStaff } from '../database/demo/content/staff.ts';
import type { App } from '../http/app.ts';
import { languageOf } from '../http/language.ts';
import type { StaffDeps } from './routes.ts';

/** What the page to sign in offers: the union's own provider, and in demo mode the accounts of the demo with their password. */
export function signInOptionRoutes(api: App, { database, demo, provider = null }: StaffDeps): void {
  api.route({
    ...showSignInOptions,
    handler: async (request) => ({
      demo_accounts: demo ? await demoAccounts(database, request) : [],
      provider: provider && { name: provider.name },
    }),
  });
}

async function demoAccounts({ read, tables }: Database, request: FastifyRequest): Promise<SignInOptions['demo_accounts']> {
  const { staff, staffScopes, offices } = tables;
  const language = languageOf(request);
  const members = await read.select().from(staff).where(and(eq(staff.isDemo, true), eq(staff.state, 'active')));
  const scopes = await read.select().from(staffScopes).where(eq(staffScopes.kind, 'office'));
  const all = await read.select({ id: offices.id, name: offices.shortName }).from(offices).orderBy(offices.position, offices.id);
  return demoStaff.flatMap(({ email }) => {
    const member = members.find((one) => one.email === email);
    if (!member) return [];
    const isIn = ({ id }: { id: string }) => member.allOffices || scopes.some(({ staffId, scopeId }) => staffId === member.id && scopeId === id);
    return [{ email, password: demoPassword, given_name: member.givenName, family_name: member.familyName, role: member.role, office_names: all.filter(isIn).map(({ name }) => name[language]) }];
  });
}
