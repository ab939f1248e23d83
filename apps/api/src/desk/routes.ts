import type { App } from '../http/app.ts';
import { boardRoutes } from './board-routes.ts';
import type { DeskDeps } from './deps.ts';
import { peopleRoutes } from './people/routes.ts';

/** Everything below `/staff` that officials work with, as far as a role reaches; what lies beyond is `not-found`. */
export function deskRoutes(api: App, deps: DeskDeps): void {
  boardRoutes(api, deps);
  peopleRoutes(api, deps);
}
