import { expect, it } from 'vitest';
import { readClientMessage } from './client-messages.ts';

const id = '01234567-89ab-4def-8123-456789abcdef';

it.each([
  { type: 'enter', token: 'a.b', has_camera: true, has_microphone: false },
  { type: 'media', microphone: true, camera: false, screen: false },
  { type: 'description', to: 'c1', description: { type: 'offer', sdp: 'v=0\r\n'.repeat(2000) } },
  { type: 'description', to: 'c1', description: { type: 'rollback' } },
  { type: 'candidate', to: 'c1', candidate: null },
  { type: 'candidate', to: 'c1', candidate: { candidate: '', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: null } },
  { type: 'chat', id, text: 'Buongiorno' },
  { type: 'admit', person: id },
  { type: 'ping' },
])('$type is understood', (said) => {
  expect(readClientMessage(JSON.stringify(said))).toEqual(said);
});

it.each([
  ['', 'nothing'],
  ['{', 'half of one'],
  ['null', 'null'],
  ['[]', 'a list'],
  ['"ping"', 'a text'],
  ['{"type":"shout"}', 'an unknown kind'],
  ['{"type":"__proto__"}', 'a name of the language'],
  ['{"type":"ping","more":1}', 'one field too many'],
  ['{"type":"admit"}', 'one field too few'],
  ['{"type":"enter","token":1,"has_camera":true,"has_microphone":true}', 'a number for a text'],
  [JSON.stringify({ type: 'description', to: 'c 1', description: { type: 'offer', sdp: '' } }), 'no name of a connection'],
  [JSON.stringify({ type: 'description', to: 'c1', description: { type: 'offer', sdp: 'x'.repeat(60_001) } }), 'a description that is too long'],
  [JSON.stringify({ type: 'chat', id, text: 'x'.repeat(2001) }), 'a letter instead of a message'],
  [JSON.stringify({ type: 'chat', id, text: 'è'.repeat(40_000) }), 'more bytes than characters'],
  [`{"type":"ping"}${' '.repeat(65_536)}`, 'blanks without end'],
])('%s is refused: %s', (text) => {
  expect(readClientMessage(text)).toBe(null);
});
