import * as Type from 'typebox';
import { route } from '../route.ts';
import { Id, List, ListQuery } from '../schemas/common.ts';
import { Member, MemberCalendar, MemberChange, NewMember } from '../schemas/staff.ts';

// Colleagues: invited, given a role, suspended.
const tag = 'staff';
const access = 'staff';
const closed = { additionalProperties: false } as const;
const params = Type.Object({ member_id: Id }, closed);
const empty = Type.Object({}, closed);

export const listMembers = route({
  method: 'GET',
  url: '/staff/members',
  operationId: 'list_members',
  summary: 'The staff',
  description: 'Everybody with an account, by family name.',
  tag,
  access,
  permission: 'member.read',
  querystring: Type.Object(ListQuery, closed),
  success: { 200: List(Member, 'Staff') },
  problems: [],
});

export const showMember = route({
  method: 'GET',
  url: '/staff/members/:member_id',
  operationId: 'show_member',
  summary: 'One of the staff',
  description: 'Account, role and state.',
  tag,
  access,
  permission: 'member.read',
  params,
  success: { 200: Member },
  problems: ['not-found'],
});

export const listMemberCalendars = route({
  method: 'GET',
  url: '/staff/members/:member_id/calendars',
  operationId: 'list_member_calendars',
  summary: 'Calendars of one of the staff',
  description: 'With what is booked in each from now on: it stays when the calendar is given to somebody else, or the person may not sign in any more.',
  tag,
  access,
  permission: 'member.read',
  params,
  success: { 200: Type.Object({ items: Type.Array(MemberCalendar, { maxItems: 1000 }) }, closed) },
  problems: ['not-found'],
});

export const inviteMember = route({
  method: 'POST',
  url: '/staff/members',
  operationId: 'create_member',
  summary: 'Invite somebody',
  description: 'Makes the account, and sends a link by mail that serves once and for seven days.',
  tag,
  access,
  permission: 'member.change',
  body: NewMember,
  success: { 201: Member },
  problems: ['email-in-use'],
});

export const changeMember = route({
  method: 'PATCH',
  url: '/staff/members/:member_id',
  operationId: 'update_member',
  summary: 'Change one of the staff',
  description: 'Names, role, reach, or whether they may sign in; suspending ends their sessions. The last administrator stays one.',
  tag,
  access,
  permission: 'member.change',
  params,
  body: MemberChange,
  success: { 200: Member },
  problems: ['not-found', 'changed-meanwhile', 'state-conflict', 'last-administrator'],
});

export const removeMember = route({
  method: 'DELETE',
  url: '/staff/members/:member_id',
  operationId: 'delete_member',
  summary: 'Take an invitation back',
  description: 'Only for somebody who never signed in; others are suspended, so that the trail keeps its names. Refused while a calendar is theirs.',
  tag,
  access,
  permission: 'member.change',
  params,
  success: { 204: null },
  problems: ['not-found', 'state-conflict', 'still-used'],
});

export const inviteAgain = route({
  method: 'POST',
  url: '/staff/members/:member_id/invitation',
  operationId: 'create_invitation',
  summary: 'Invite again',
  description: 'A new link by mail; the one before is over.',
  tag,
  access,
  permission: 'member.change',
  params,
  body: empty,
  success: { 200: Member },
  problems: ['not-found', 'state-conflict'],
});

export const resetSecondFactor = route({
  method: 'POST',
  url: '/staff/members/:member_id/second-factor-reset',
  operationId: 'create_second_factor_reset',
  summary: 'Take the second factor away',
  description: 'For somebody who lost it: their sessions end, and the next sign-in sets up a new one.',
  tag,
  access,
  permission: 'member.change',
  params,
  body: empty,
  success: { 200: Member },
  problems: ['not-found', 'fresh-sign-in-needed'],
});
