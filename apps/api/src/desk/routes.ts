import type { App } from '../http/app.ts';
import { agendaRoutes } from './agenda-routes.ts';
import { attendanceRoutes } from './attendance-routes.ts';
import { boardRoutes } from './board-routes.ts';
import { bookingRoutes } from './booking-routes.ts';
import { calendarLinkRoutes } from './calendar-link-routes.ts';
import { changeRoutes } from './change-routes.ts';
import type { DeskDeps } from './deps.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { liveRoutes } from './live/live-routes.ts';
import { misfitRoutes } from './misfits/misfit-routes.ts';
import { moderationRoutes } from './moderation-routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { tableRoutes } from './table-routes.ts';
import { whyRoutes } from './why-routes.ts';

/** Everything below `/staff` that officials work with, as far as a role reaches; what lies beyond is `not-found`. */
export function deskRoutes(api: App, deps: DeskDeps): void {
  boardRoutes(api, deps);
  agendaRoutes(api, deps);
  tableRoutes(api, deps);
  calendarLinkRoutes(api, deps);
  bookingRoutes(api, deps);
  changeRoutes(api, deps);
  liveRoutes(api, deps);
  attendanceRoutes(api, deps);
  peopleRoutes(api, deps);
  misfitRoutes(api, deps);
  moderationRoutes(api, deps);
  invitationRoutes(api, deps);
  whyRoutes(api, deps);
}
