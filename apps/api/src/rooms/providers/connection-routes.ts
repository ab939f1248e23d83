import { changeVideoConnection, type ConnectionFailure, finishVideoConnection, showVideoConnection, startVideoConnection, testVideoConnection, type VideoConnection } from '@sportello/contract';
import { instantWriter } from '../../appointments/wire.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { DirectoryStore } from '../../directory/store.ts';
import type { App } from '../../http/app.ts';
import { problem } from '../../http/problems.ts';
import { requireFreshSignIn, staffOf } from '../../identity/staff-member.ts';
import type { Sealing } from '../../sealing.ts';
import type { Secrets } from '../../secrets.ts';
import type { IceSettings } from '../ice.ts';
import { changeConnection } from './change-connection.ts';
import { finishConnecting, startConnecting } from './connect.ts';
import { readConnection } from './connection.ts';
import { connectionOnWire, countWaiting } from './connection-wire.ts';
import { checkHealth } from './health.ts';
import type { Vendors } from './vendors.ts';

export interface ConnectionDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly sealing: Sealing;
  readonly directory: DirectoryStore;
  readonly vendors: Vendors;
  readonly publicUrl: string;
  readonly ice: IceSettings;
  /** Told when the server closes: nobody waits for what lies elsewhere then. */
  readonly closing: AbortSignal;
}

/** How the union meets by video: chosen, connected, tried. */
export function connectionRoutes(api: App, deps: ConnectionDeps): void {
  const { database, clock, directory, closing } = deps;
  // A page, not an endpoint: the session is needed, and its cookie comes along with our own requests alone.
  const redirectUrl = `${deps.publicUrl}/unione/video/ritorno`;

  api.route({ ...showVideoConnection, handler: () => show() });

  api.route({
    ...changeVideoConnection,
    handler: async (request) => {
      requireFreshSignIn(staffOf(request), clock.now());
      await changeConnection(deps, staffOf(request), request.body);
      await check();
      return show();
    },
  });

  api.route({
    ...testVideoConnection,
    handler: async () => {
      const failure = await check();
      return { works: failure === null, failure };
    },
  });

  api.route({
    ...startVideoConnection,
    handler: async (request) => {
      requireFreshSignIn(staffOf(request), clock.now());
      const url = await startConnecting({ ...deps, redirectUrl }, staffOf(request));
      if (url === null) throw problem('state-conflict', { state: 'own' });
      return { url };
    },
  });

  api.route({
    ...finishVideoConnection,
    handler: async (request) => {
      const finished = await whileOpen(finishConnecting({ ...deps, redirectUrl }, staffOf(request), request.body, closing));
      if (!finished.ok) throw problem(finished.why, 'failure' in finished ? { failure: finished.failure } : {});
      await check();
      return show();
    },
  });

  async function show(): Promise<VideoConnection> {
    const row = await readConnection(database.read, database.tables);
    const write = instantWriter(await directory.current());
    return connectionOnWire({ row, waitingCount: await countWaiting(database, row), redirectUrl, ice: deps.ice, write });
  }

  /** What does not work; null: it works, or there is nobody to ask. */
  async function check(): Promise<ConnectionFailure | null> {
    const row = await readConnection(database.read, database.tables);
    if (!row) return null;
    if (row.state === 'to-connect') return 'reconnect';
    const answer = await whileOpen(checkHealth(deps, row, closing));
    return answer.ok ? null : answer.failure;
  }

  async function whileOpen<Result>(asking: Promise<Result>): Promise<Result> {
    try {
      return await asking;
    } catch (error) {
      throw closing.aborted ? problem('service-unavailable') : error;
    }
  }
}
