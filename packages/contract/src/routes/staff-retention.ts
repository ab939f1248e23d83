import * as Type from 'typebox';
import { route } from '../route.ts';
import { Id } from '../schemas/common.ts';
import { RetentionChange, RetentionForecast, RetentionHold, RetentionHoldRequest, RetentionState } from '../schemas/retention.ts';

// What is known of people goes when its time is over: the rules, what would go tonight, and what went.
const tag = 'union';
const access = 'staff';
const ofHold = Type.Object({ hold_id: Id }, { additionalProperties: false });

export const showRetention = route({
  method: 'GET', url: '/staff/retention', operationId: 'show_retention',
  summary: 'For how long data are kept', description: 'The rules, whether they are applied each night, the nights on which they were, and who is kept beyond them.',
  tag, access, permission: 'union.read', success: { 200: RetentionState }, problems: [],
});

export const showRetentionForecast = route({
  method: 'GET', url: '/staff/retention/forecast', operationId: 'show_retention_forecast',
  summary: 'What would go tonight', description: 'A dry run: figures, about nobody. Nothing is changed.',
  tag, access, permission: 'union.read', success: { 200: RetentionForecast }, problems: [],
});

export const changeRetention = route({
  method: 'POST', url: '/staff/retention/changes', operationId: 'create_retention_change',
  summary: 'Apply the rules each night, or no longer', description: 'To begin, what the dry run says has to be sent along: `changed-meanwhile` where it says something else by now. Needs a fresh sign-in.',
  tag, access, permission: 'union.change', body: RetentionChange, success: { 200: RetentionState }, problems: ['changed-meanwhile', 'fresh-sign-in-needed'],
});

export const createRetentionHold = route({
  method: 'POST', url: '/staff/retention/holds', operationId: 'create_retention_hold',
  summary: 'Keep somebody beyond the time', description: 'For a dispute, say: with all that names them, until a day.',
  tag, access, permission: 'union.change', body: RetentionHoldRequest, success: { 201: RetentionHold }, problems: ['not-found'],
});

export const endRetentionHold = route({
  method: 'DELETE', url: '/staff/retention/holds/:hold_id', operationId: 'delete_retention_hold',
  summary: 'Keep them no longer than others', description: 'What is over by now goes the next night. Ended already is fine.',
  tag, access, permission: 'union.change', params: ofHold, success: { 204: null }, problems: ['not-found'],
});
