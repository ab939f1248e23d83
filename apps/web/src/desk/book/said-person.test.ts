import { describe, expect, it } from 'vitest';
import { typedOf } from './said-person.ts';

describe('what was typed to find somebody begins the data of somebody new', () => {
  it.each([
    ['rosa bianchi', { 'person/given_name': 'Rosa', 'person/family_name': 'Bianchi' }],
    [' Maria  Rosa  De Luca', { 'person/given_name': 'Maria Rosa De', 'person/family_name': 'Luca' }],
    ['McDonald', { 'person/given_name': '', 'person/family_name': 'McDonald' }],
    ['0141 123456', { 'person/phone': '0141 123456' }],
    ['+39 333 1234567', { 'person/phone': '+39 333 1234567' }],
    ['rosa@example.org', { 'person/email': 'rosa@example.org' }],
    ['rssmra85t10a562s', { 'person/tax_code': 'RSSMRA85T10A562S' }],
    ['  ', {}],
  ])('%j', (words, typed) => {
    expect(typedOf(words)).toEqual(typed);
  });
});
