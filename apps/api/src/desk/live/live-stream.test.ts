import { expect, test } from 'vitest';
import { eventText, type Follower, LiveStream } from './live-stream.ts';

const follower = { staff: { id: 'a', role: 'operator', reach: { everything: false, officeIds: ['here'], municipalityIds: [] } }, shown: { language: 'it', asInitials: false } } as unknown as Follower; // as much as a stream asks for

const read = (stream: LiveStream) => String(stream.out.read() ?? '');

test('with the last of several events goes from where to go on, so that a torn stream repeats them all', () => {
  const stream = new LiveStream(follower);
  stream.tell([eventText('gone', { id: '1' }), eventText('gone', { id: '2' })], '7.1');
  expect(read(stream)).toBe('retry: 1000\n\nevent: gone\ndata: {"id":"1"}\n\nid: 7.1\nevent: gone\ndata: {"id":"2"}\n\n');
});

test('where nothing happened it says from where to go on, and nothing else', () => {
  const stream = new LiveStream(follower);
  read(stream);
  stream.tell([], '7.1');
  stream.beat('8.1');
  expect(read(stream)).toBe(': still here\nid: 8.1\n\n');
});

test('a browser that does not read is let go before it costs much memory', () => {
  const stream = new LiveStream(follower);
  const long = eventText('gone', { id: 'x'.repeat(100_000) });
  for (let told = 0; told < 100 && !stream.out.destroyed; told += 1) stream.tell([long], '1.1');
  expect(stream.out.destroyed).toBe(true);
  expect(stream.out.readableLength).toBeLessThan(700_000);
  stream.tell([long], '1.1');
});

test('after its last words nothing follows', () => {
  const stream = new LiveStream(follower);
  stream.end(eventText('over', {}));
  stream.tell([eventText('gone', { id: '1' })], '1.1');
  stream.end();
  expect(read(stream)).toBe('retry: 1000\n\nevent: over\ndata: {}\n\n');
});
