import { createParser } from 'eventsource-parser';
import { type LiveEvent, liveEventOf } from './live-event.ts';

interface Hears {
  /** Whatever came, were it only a sign of life. */
  readonly onSign: () => void;
  readonly onEvent: (event: LiveEvent) => void;
  /** From where the stream goes on after what was told. */
  readonly onId: (id: string) => void;
}

/** Reads to the end of the stream; throws when it breaks off. */
export async function readStream(body: ReadableStream<Uint8Array<ArrayBuffer>>, { onSign, onEvent, onId }: Hears): Promise<void> {
  const parser = createParser({
    onId,
    onEvent({ event: name, data }) {
      const event = liveEventOf(name, data);
      if (event) onEvent(event);
    },
  });
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onSign();
    parser.feed(value);
  }
}
