import { describe, expect, it } from 'vitest';
import { municipality, office, place, service, way } from '../booking.fixture.ts';
import { missingParts } from './missing-parts.ts';

const nothing = { municipality: undefined, office: undefined, service: undefined, way: undefined, place: undefined };
const desk = way({ channel: 'desk', places: [place] });

describe('what must still be chosen', () => {
  it.each([
    ['nothing is chosen', nothing, ['municipality', 'office']],
    ['an office is chosen', { ...nothing, municipality, office }, ['service']],
    ['a service is chosen', { ...nothing, municipality, office, service: service(way()) }, ['channel']],
    ['the desk is chosen', { ...nothing, municipality, office, service: service(desk), way: desk }, ['place']],
    ['all is chosen', { municipality, office, service: service(desk), way: desk, place }, []],
  ])('when %s', (_, chosen, missing) => {
    expect(missingParts(chosen)).toEqual(missing);
  });
});
