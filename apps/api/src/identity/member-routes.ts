import { changeMember, inviteAgain, inviteMember, listMembers, removeMember, resetSecondFactor, showMember } from '@sportello/contract';
import { pageOf } from '../directory/page.ts';
import type { App } from '../http/app.ts';
import { change, invite, inviteOnceMore, takeBack, takeSecondFactorAway } from './member-changes.ts';
import { readMember, readMembers } from './members.ts';
import type { StaffDeps } from './routes.ts';
import { staffOf } from './staff-member.ts';

/** Colleagues: who they are, what they may do, whether they may come in. */
export function memberRoutes(api: App, deps: StaffDeps): void {
  api.route({
    ...listMembers,
    handler: async (request) => {
      const { items, nextCursor } = pageOf(await readMembers(deps), request.query);
      return { items, next_cursor: nextCursor };
    },
  });

  api.route({ ...showMember, handler: (request) => readMember(deps, request.params.member_id) });

  api.route({
    ...inviteMember,
    handler: async (request, reply) => {
      const id = await invite(deps, staffOf(request), request.body);
      return reply.code(201).send(await readMember(deps, id));
    },
  });

  api.route({
    ...changeMember,
    handler: async (request) => {
      await change(deps, staffOf(request), request.params.member_id, request.body);
      return readMember(deps, request.params.member_id);
    },
  });

  api.route({
    ...removeMember,
    handler: async (request, reply) => {
      await takeBack(deps, staffOf(request), request.params.member_id);
      return reply.code(204).send(null);
    },
  });

  api.route({
    ...inviteAgain,
    handler: async (request) => {
      await inviteOnceMore(deps, staffOf(request), request.params.member_id);
      return readMember(deps, request.params.member_id);
    },
  });

  api.route({
    ...resetSecondFactor,
    handler: async (request) => {
      await takeSecondFactorAway(deps, staffOf(request), request.params.member_id);
      return readMember(deps, request.params.member_id);
    },
  });
}
