import { describe, expect, it } from 'vitest';
import { ada, draft, hold, municipality, office, question, service, way } from './booking.fixture.ts';
import { conditionsKey, type Draft } from './draft.ts';
import { resolveChoice } from './resolve-choice.ts';
import { firstStepNeeding, isReached, pathOfStep, stepBefore } from './steps.ts';

const whole = { municipality: '005066', service: 'scia', channel: 'video' } as const;

function needed(state: Partial<Draft>, channel = way(), choice: object = whole) {
  const chosen = resolveChoice(choice, { municipalities: [municipality], offices: [office], service: service(channel) });
  return firstStepNeeding(chosen, draft({ notice: 'v1', ...state }), 'v1');
}

describe('the first step that still needs something', () => {
  it.each([
    ['the privacy notice', needed({ notice: null }), 'start'],
    ['a newer privacy notice', needed({ notice: 'v0' }), 'start'],
    ['the comune', needed({}, way(), { service: 'scia' }), 'place'],
    ['the conditions', needed({}, way({ texts: { ...way().texts, before: 'Ho capito.' } })), 'place'],
    ['a time', needed({}), 'time'],
    ['a time for this choice', needed({ hold: { ...hold, channel: 'phone' } }), 'time'],
    ['an answer', needed({ hold }, way({ questions: [question()] })), 'details'],
    ['a name', needed({ hold }), 'person'],
    ['nothing more', needed({ hold, typed: ada }), 'summary'],
  ])('is that of %s', (_, step, expected) => {
    expect(step).toBe(expected);
  });

  it('accepts conditions only of the service and channel that is chosen', () => {
    const withConditions = way({ texts: { ...way().texts, before: 'Ho capito.' } });
    expect(needed({ conditions: conditionsKey(service(), withConditions) }, withConditions)).toBe('time');
    expect(needed({ conditions: 's-1 phone' }, withConditions)).toBe('place');
  });

  it('can be gone back from, but not past', () => {
    expect(isReached('place', 'time')).toBe(true);
    expect(isReached('time', 'time')).toBe(true);
    expect(isReached('details', 'time')).toBe(false);
  });

  it('has its own address, with the choice in it', () => {
    expect(pathOfStep('time', whole)).toBe('/prenota/orario?comune=005066&servizio=scia&modalita=video');
    expect(stepBefore('place')).toBe('start');
  });
});
