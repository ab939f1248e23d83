import diagnostics from 'node:diagnostics_channel';
import * as contract from '@sportello/contract';
import type { FastifyInstance, RouteOptions } from 'fastify';

/** An endpoint of the staff as the contract says it. */
export interface StaffRoute {
  /** Its name in the contract, such as `showMember`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly access: 'staff' | 'door';
  readonly permission: contract.PermissionName | null;
  readonly hasBody: boolean;
}

/** What a server registered. */
export interface Registered {
  readonly method: string;
  readonly url: string;
  readonly access: string | undefined;
}

/** Every endpoint of the contract that is for the staff, in the order of their names. */
export const staffRoutes: readonly StaffRoute[] = Object.entries(contract)
  .flatMap(([name, value]) => {
    const route = value as unknown as contract.Route; // read with care: only what looks like one is taken
    const access = route?.config?.access;
    if (access !== 'staff' && access !== 'door') return [];
    return [{ name, method: route.method, url: route.url, access, permission: route.config.permission, hasBody: 'body' in route.schema }];
  })
  .sort((one, other) => one.name.localeCompare(other.name));

/** What was registered below `/staff` of the API while `work` built servers: method and address, without the answers to unknown addresses. */
export async function registeredBy<Result>(work: () => Promise<Result>): Promise<{ result: Result; registered: Registered[] }> {
  const registered = new Map<string, Registered>();
  const note = ({ method, url, config }: RouteOptions) => {
    const path = url.replace(contract.apiBase, '');
    if (!path.startsWith('/staff') || path.endsWith('/*')) return;
    for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') registered.set(`${one} ${path}`, { method: one, url: path, access: config?.access });
  };
  const onNew = (message: unknown) => void (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', note);
  diagnostics.subscribe('fastify.initialization', onNew);
  try {
    const result = await work();
    return { result, registered: [...registered.values()] };
  } finally {
    diagnostics.unsubscribe('fastify.initialization', onNew);
  }
}
