import { describe, expect, it } from 'vitest';
import { draftIn, isBegun, newDraft } from './draft.ts';

const draft = { ...newDraft('anna', ''), typed: { 'person/given_name': 'Rosa' } };

describe('a booking that was begun', () => {
  it('is there again after a refresh', () => {
    expect(draftIn(JSON.stringify(draft), 'anna')).toEqual(draft);
  });

  it('is not shown to the next official at the same computer', () => {
    expect(draftIn(JSON.stringify(draft), 'bruno')).toBeNull();
  });

  it.each([null, '', 'null', '{', '[]', '{"staffId":"anna"}', '{"staffId":"anna","origin":"","wish":1,"hold":null,"person":null,"typed":{}}'])('begins anew where the tab kept %j', (text) => {
    expect(draftIn(text, 'anna')).toBeNull();
  });

  it('is worth keeping once a word was typed', () => {
    expect(isBegun(newDraft('anna', ''))).toBe(false);
    expect(isBegun({ ...newDraft('anna', ''), typed: { topic: ' ' } })).toBe(false);
    expect(isBegun(draft)).toBe(true);
  });
});
