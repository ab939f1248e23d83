import { explainStart } from '@sportello/contract';
import type { App } from '../http/app.ts';
import { parseMinute } from '@sportello/scheduling';
import { lookUp } from '../availability/request.ts';
import { isWithinReach } from '../identity/reach.ts';
import { staffOf } from '../identity/staff-member.ts';
import { invalid } from '../http/problems.ts';
import type { DeskDeps } from './deps.ts';
import { shownTo } from './shown.ts';
import { explainToDesk } from './why.ts';

/** "Perché non è libero?": why citizens are offered a start, or not. */
export function whyRoutes(api: App, deps: DeskDeps): void {
  api.route({
    ...explainStart,
    handler: async (request) => {
      const known = await deps.directory.current();
      const asked = lookUp(known, request.query, (name) => name);
      const staff = staffOf(request);
      const { service, municipalityId } = asked;
      if (!isWithinReach(staff, { officeId: service.officeId, municipalityId })) throw invalid('service_id', { it: 'Questo servizio non è dei tuoi uffici.', en: 'This service is not of your offices.' });
      const start = parseMinute(request.query.starts_at.toUpperCase()) ?? 0; // the format whole-minute was checked at the door
      return explainToDesk(deps, { request: asked, start, staff, language: shownTo(request).language });
    },
  });
}
