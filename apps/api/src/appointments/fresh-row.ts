import { newId } from '../database/id.ts';
import type { ChannelRules, Service } from '../directory/directory.ts';
import type { Appointment } from './appointment.ts';

export interface Subject {
  readonly service: Service;
  readonly rules: ChannelRules;
  readonly municipalityId: string;
  readonly placeId: string | null;
}

/** What every appointment begins with: the rules of its service as they are now, and nothing that has happened yet. */
export function freshRow({ service, rules, municipalityId, placeId }: Subject, now: number) {
  return {
    id: newId(),
    code: null,
    revision: 0,
    sequence: 0,
    linkGeneration: 0,
    serviceId: service.id,
    serviceChannelId: rules.id,
    officeId: service.officeId,
    channel: rules.channel,
    municipalityId,
    placeId,
    practiceId: null,
    startsAt: null,
    endsAt: null,
    durationMinutes: rules.durationMinutes,
    bufferBeforeMinutes: rules.bufferBeforeMinutes,
    bufferAfterMinutes: rules.bufferAfterMinutes,
    moveCutoffMinutes: rules.moveCutoffMinutes,
    cancelCutoffMinutes: rules.cancelCutoffMinutes,
    releaseDelayMinutes: rules.releaseDelayMinutes,
    moderated: rules.moderated,
    priceCents: rules.priceCents,
    textsVersion: service.textsVersion,
    privacyNoticeVersion: null,
    retentionMonths: service.retentionMonths,
    holdReason: null,
    heldUntil: null,
    extended: false,
    clientDigest: null,
    bookedBy: null,
    outsideHours: false,
    invitationId: null,
    formerCalendarIds: null,
    personKey: null,
    language: 'it',
    topic: null,
    details: null,
    homeStreet: null,
    homePostalCode: null,
    homeLocality: null,
    homeNotes: null,
    cancelReason: null,
    arrivedAt: null,
    startedAt: null,
    endedAt: null,
    toCallSince: null,
    callPhone: null,
    byPhoneSince: null,
    outcome: null,
    nextStep: null,
    createdAt: now,
    confirmedAt: null,
    changedAt: now,
    anonymisedAt: null,
  } satisfies Omit<Appointment, 'state'>;
}
