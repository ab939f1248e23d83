import { expect, test } from 'vitest';
import { queryOf, signedCall } from './checksum.ts';

const secret = '639259d4-9dd8-4b25-bf01-95f9567eaf4b';
const query = queryOf({ name: 'Test Meeting', meetingID: 'abc123', attendeePW: '111222', moderatorPW: '333444' });

test('a query is written with plus signs for blanks', () => expect(query).toBe('name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444'));

test.each([
  ['sha1', '1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17'],
  ['sha256', 'da9185f7f333cfdfcd6eeac32dca3777510c4c436020d8b887ba5515bd1d189e'],
] as const)('a call is signed with %s as the vendor shows it', (hash, checksum) => expect(signedCall('create', query, { hash, secret })).toBe(`create?${query}&checksum=${checksum}`));

test('a call without a query is signed, too', () => expect(signedCall('getMeetings', '', { hash: 'sha1', secret })).toMatch(/^getMeetings\?checksum=[0-9a-f]{40}$/));
