import { describe, expect, it } from 'vitest';
import { deskMistakes } from './desk-mistakes.ts';

const known = { kind: 'known', id: '1', name: 'Rosa Bianchi', email: null, phone: null } as const;
const rosa = { 'person/given_name': 'Rosa', 'person/family_name': 'Bianchi' };

describe('what the desk must know before it books', () => {
  it('is a name, and neither an e-mail nor a phone', () => {
    expect(deskMistakes({ kind: 'new' }, rosa, 'desk')).toEqual({});
    expect(Object.keys(deskMistakes({ kind: 'new' }, {}, 'desk'))).toEqual(['person/given_name', 'person/family_name']);
  });

  it('is a phone where somebody is called', () => {
    expect(deskMistakes({ kind: 'new' }, rosa, 'phone')).toEqual({ 'person/phone': 'phoneMissing' });
    expect(deskMistakes(known, {}, 'phone')).toEqual({ 'person/phone': 'phoneMissing' });
    expect(deskMistakes({ ...known, phone: '*** 567' }, {}, 'phone')).toEqual({});
  });

  it('is nothing more of somebody known', () => {
    expect(deskMistakes(known, {}, 'desk')).toEqual({});
  });

  it('is where to go for a visit at home', () => {
    expect(Object.keys(deskMistakes({ ...known, phone: 'x' }, {}, 'home'))).toEqual(['home_address/street', 'home_address/locality']);
  });

  it('is for whom, when it is for somebody else', () => {
    expect(Object.keys(deskMistakes(known, { 'on_behalf_of/kind': 'company' }, 'desk'))).toEqual(['on_behalf_of/name']);
  });

  it('is right where it is typed', () => {
    expect(deskMistakes(known, { 'person/email': 'rosa', 'person/phone': '12' }, 'desk')).toEqual({ 'person/email': 'email', 'person/phone': 'phone' });
  });
});
