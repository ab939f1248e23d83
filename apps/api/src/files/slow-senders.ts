import type { IncomingMessage } from 'node:http';

/** A line may be slow; one that says nothing any more holds up others. */
const silenceMilliseconds = 30_000;
/** 20 MB at a quarter of a megabit a second: slower than any line that a meeting by video could use. */
const longestMilliseconds = 12 * 60_000;

interface Patience {
  readonly silence?: number;
  readonly longest?: number;
}

/** Hangs up on who sends nothing for too long, or takes too long in all. Answers with what ends the watch once everything is there. */
export function watchSender(request: IncomingMessage, { silence = silenceMilliseconds, longest = longestMilliseconds }: Patience = {}): () => void {
  const hangUp = () => request.destroy();
  const end = setTimeout(hangUp, longest);
  const { socket } = request;
  const isReal = typeof socket.setTimeout === 'function'; // requests that tests inject have no line
  if (isReal) socket.setTimeout(silence, hangUp);
  return () => {
    clearTimeout(end);
    if (!isReal) return;
    socket.setTimeout(0);
    socket.off('timeout', hangUp);
  };
}
